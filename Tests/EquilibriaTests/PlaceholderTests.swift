import Testing
@testable import Equilibria
