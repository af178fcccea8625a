import Testing
@testable import Scalars
