import Coopetition
import Testing

/// Generalised equilibria in which one player alone bears a constraint.
@Suite struct ConstraintEndsTests {
  /// All with x in [1/2, 1] and y = 1 − x are equilibria: at x = 1/2 A alone
  /// bears the constraint, at x = 1 B alone.
  @Test func theEndsOfA11() throws {
    let ends = try FormulaGame(
      yaml: """
        game: A.11
        players:
        - {name: A, variables: {x: [-2, 2]}, payoff: "-(x - 1)^2"}
        - {name: B, variables: {y: [-2, 2]}, payoff: "-(y - 1/2)^2"}
        constraints: [x + y <= 1]
        """
    ).analyze().constraintEnds
    #expect(ends.map(\.player) == ["A", "B"])
    #expect(ends.allSatisfy { $0.equilibrium.isProven })
    let levels = ends.map(\.equilibrium.levels)
    #expect(abs(levels[0][0] - 0.5) + abs(levels[0][1] - 0.5) < 1e-12)
    #expect(abs(levels[1][0] - 1) + abs(levels[1][1]) < 1e-12)
    #expect(ends[0].multiplier.contains(1.0))
    #expect(ends[1].multiplier.contains(1.0))
  }

  /// Those of Harker's game beside (5, 9): x in [9, 10], y = 15 − x.
  @Test func theEndsOfHarkers() throws {
    let ends = try FormulaGame(
      yaml: """
        game: Harker
        players:
        - {name: A, variables: {x: [0, 10]}, payoff: 34*x - x^2 - 8/3*x*y}
        - {name: B, variables: {y: [0, 10]}, payoff: 24.25*y - y^2 - 5/4*x*y}
        constraints: [x + y <= 15]
        """
    ).analyze().constraintEnds
    #expect(ends.map(\.player) == ["B", "B"])
    let levels = ends.map(\.equilibrium.levels)
      .sorted { $0[0] < $1[0] }
    #expect(abs(levels[0][0] - 9) + abs(levels[0][1] - 6) < 1e-9)
    #expect(abs(levels[1][0] - 10) + abs(levels[1][1] - 5) < 1e-9)
  }

  @Test func nobodySharesNothing() throws {
    let analysis = try FormulaGame(
      yaml: """
        game: g
        players:
        - {name: A, variables: {x: [0, 2]}, payoff: x}
        - {name: B, variables: {y: [0, 2]}, payoff: y}
        constraints: [x <= 1, y <= 1/2]
        """
    ).analyze()
    #expect(analysis.constraintEnds.isEmpty)
    #expect(analysis.isComplete)
    #expect(analysis.equilibria.count == 1)
  }
}
