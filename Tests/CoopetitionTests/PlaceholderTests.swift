import Testing
@testable import Coopetition
