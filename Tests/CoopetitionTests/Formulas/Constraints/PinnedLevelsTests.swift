import Games
import Testing

@testable import Coopetition

/// Constraints that leave no choice of a level.
@Suite struct PinnedLevelsTests {
  private func analysis(_ constraint: String) throws -> Analysis {
    try FormulaGame(
      yaml: """
        game: One
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: x - x^2}
        constraints: [\(constraint)]
        """
    ).analyze()
  }

  /// The only feasible profile is an equilibrium, and the best.
  @Test(arguments: [
    ("x = 0", 0.0), ("x <= 0", 0), ("0 >= 3*x", 0), ("x >= 1", 1), ("x = 1", 1),
    ("x^2 + x <= 0", 0),
  ])
  func oneProfile(constraint: String, level: Double) throws {
    let analysis = try analysis(constraint)
    #expect(analysis.isComplete)
    #expect(analysis.equilibria.map(\.levels) == [[level]])
    let outcome = try #require(analysis.equilibria.first)
    #expect(outcome.equilibrium.isProven)
    #expect(outcome.equilibrium.regret.upper == 0)
    #expect(analysis.optimum.levels == [level])
    #expect(analysis.optimum.isProven)
    let row = try #require(outcome.constraints.first)
    #expect(row.isBinding)
    #expect(!row.multiplier.isBounded)
  }

  /// Who does not keep a constraint is not bound by it.
  @Test func othersAreNotPinned() throws {
    let game = try FormulaGame(
      yaml: """
        game: Two
        players:
        - {name: A, variables: {x: [0, 1]}, payoff: x}
        - {name: B, variables: {y: [0, 1]}, payoff: y}
        constraints:
        - {formula: x + y <= 0, players: [A]}
        """)
    let rows = game.program.rows
    let base = game.unconstrained
    let pinned = PinnedLevels(base, rows, ConstraintFunctions(base, rows))
    #expect(pinned.box == [Interval(0), Interval(lower: 0, upper: 1)])
    #expect(pinned.spent.isEmpty)
    let both = rows.map { $0.kept(by: [0, 1]) }
    let all = PinnedLevels(base, both, ConstraintFunctions(base, both))
    #expect(all.box == [Interval(0), Interval(0)])
    #expect(all.spent == [0])
  }

  /// What leaves a choice pins nothing.
  @Test(arguments: ["x <= 0.75", "x >= 0", "x^2 <= 0.5", "x <= 1"])
  func aChoiceIsLeft(constraint: String) throws {
    let analysis = try analysis(constraint)
    #expect(analysis.equilibria.map(\.levels).count == 1)
    #expect(analysis.equilibria.allSatisfy { abs($0.levels[0] - 0.5) < 1e-9 })
  }
}
