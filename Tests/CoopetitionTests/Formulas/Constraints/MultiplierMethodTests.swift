import Games
import Testing

@testable import Coopetition

@Suite struct MultiplierMethodTests {
  private func problem(_ constraint: String) throws -> AugmentedWelfare {
    let game = try FormulaGame(
      yaml: """
        game: Product
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: x*y}
        - {name: B, variables: {y: [0, 1]}, payoff: 0}
        constraints: [\(constraint)]
        """)
    let rows = game.program.rows
    let base = game.unconstrained
    let functions = ConstraintFunctions(base, rows)
    return AugmentedWelfare(
      base, rows, functions,
      scales: FeasiblePoint(base, rows, functions).scales)
  }

  /// The largest product of two numbers that sum to 1 is a quarter; the sum,
  /// of width 2 over the box, has the multiplier ½ a unit.
  @Test(arguments: ["x + y <= 1", "x + y = 1", "0 - x - y >= -1"])
  func product(constraint: String) throws {
    let method = MultiplierMethod(problem: try problem(constraint), weight: 1)
    let summit = try #require(method.summit(from: [0.25, 0.75]))
    #expect(abs(summit.levels[0] - 0.5) < 1e-7)
    #expect(abs(summit.levels[0] + summit.levels[1] - 1) < 1e-12)
    #expect(abs(summit.welfare - 0.25) < 1e-12)
    #expect(abs(summit.multipliers[0] - 1) < 1e-6)
  }

  /// A constraint that does not bind changes nothing, with no multiplier.
  @Test func slack() throws {
    let method = MultiplierMethod(problem: try problem("x + y <= 3"), weight: 1)
    let summit = try #require(method.summit(from: [0.5, 0.5]))
    #expect(summit.levels == [1, 1])
    #expect(summit.multipliers == [0])
  }

  /// Nothing is found where nothing keeps the constraint.
  @Test func infeasible() throws {
    let method = MultiplierMethod(
      problem: try problem("x*x + y*y <= -0.5"), weight: 1)
    #expect(method.summit(from: [0.5, 0.5]) == nil)
  }
}
