import Coopetition
import Games
import Testing

/// Games of the literature with constraints. What the literature says of levels
/// is good to about 1e-4; what is proven here is judged by regrets over what
/// keeps the constraints, and by multipliers.
///
/// References: Facchinei and Kanzow, Penalty methods for the solution of
/// generalized Nash equilibrium problems (with complete test problems), 2009;
/// Harker, European Journal of Operational Research 54, 1991; Rosen,
/// Econometrica 33, 1965.
@Suite struct ConstrainedSearchTests {
  /// The only equilibrium of a game, proven to be alone.
  private func only(_ text: String) throws -> Analysis.Outcome {
    let analysis = try FormulaGame(yaml: text).analyze()
    #expect(analysis.isComplete)
    #expect(analysis.equilibria.count == 1)
    let outcome = try #require(analysis.equilibria.first)
    #expect(outcome.equilibrium.isProven)
    return outcome
  }

  private func expect(
    _ levels: [Double], near published: [Double], within distance: Double = 1e-4
  ) {
    for (level, value) in zip(levels, published) {
      #expect(abs(level - value) <= distance)
    }
  }

  @Test func theQuarterOfA11() throws {
    let outcome = try only(
      """
      game: A.11
      players:
      - {name: A, variables: {x: [0, 1]}, payoff: "-(x - 1)^2"}
      - {name: B, variables: {y: [0, 1]}, payoff: "-(y - 1/2)^2"}
      constraints: [x + y <= 1]
      """)
    expect(outcome.levels, near: [0.75, 0.25], within: 1e-12)
    let constraint = try #require(outcome.constraints.first)
    // 2 (1 − x) = 2 (1/2 − y) = λ.
    #expect(constraint.multiplier.contains(0.5))
    #expect(constraint.multiplier.width < 1e-9)
    #expect(constraint.isBinding)
    #expect(constraint.players == ["A", "B"])
    #expect(outcome.equilibrium.regret.upper < 1e-12)
    let oracle = FeasibleRegret(
      payoff: {
        $0 == 0
          ? -($1[0] - 1) * ($1[0] - 1)
          : -($1[1] - 0.5) * ($1[1] - 0.5)
      }, excesses: { _, x in [x[0] + x[1] - 1] },
      own: [[(0, 0...1)], [(1, 0...1)]])
    #expect(oracle.infeasibility(at: outcome.levels) < 1e-12)
    #expect(oracle.largest(at: outcome.levels) < 1e-8)
    #expect(oracle.largest(at: [0.5, 0.25]) > 0.05)
  }

  @Test func theRiverBasinOfA13() throws {
    let outcome = try only(
      """
      game: River basin
      define: {price: 3 - 0.01*(x1 + x2 + x3)}
      players:
      - {name: first, variables: {x1: [0, 100]}, payoff: x1*price - (0.1 + 0.01*x1)*x1}
      - {name: second, variables: {x2: [0, 100]}, payoff: x2*price - (0.12 + 0.05*x2)*x2}
      - {name: third, variables: {x3: [0, 100]}, payoff: x3*price - (0.15 + 0.01*x3)*x3}
      constraints:
      - 3.25*x1 + 1.25*x2 + 4.125*x3 <= 100
      - 2.2915*x1 + 1.5625*x2 + 2.8125*x3 <= 100
      """)
    expect(
      outcome.levels, near: [21.1448, 16.0279, 2.7260], within: 1e-3)
    #expect(outcome.constraints.map(\.isBinding) == [true, false])
    // Published: 0.5744.
    #expect(abs(outcome.constraints[0].multiplier.midpoint - 0.5744) < 1e-3)
    #expect(outcome.constraints[1].multiplier.contains(0.0))
    let costs = [(0.1, 0.01), (0.12, 0.05), (0.15, 0.01)]
    let oracle = FeasibleRegret(
      payoff: { i, x in
        x[i] * (3 - 0.01 * (x[0] + x[1] + x[2]))
          - (costs[i].0 + costs[i].1 * x[i]) * x[i]
      },
      excesses: { _, x in
        [
          3.25 * x[0] + 1.25 * x[1] + 4.125 * x[2] - 100,
          2.2915 * x[0] + 1.5625 * x[1] + 2.8125 * x[2] - 100,
        ]
      }, own: (0..<3).map { [($0, 0...100)] })
    #expect(oracle.infeasibility(at: outcome.levels) < 1e-9)
    #expect(oracle.largest(at: outcome.levels) < 1e-6)
  }

  @Test func harkersGameHasOneNormalisedEquilibrium() throws {
    let outcome = try only(
      """
      game: Harker
      players:
      - {name: A, variables: {x: [0, 10]}, payoff: 34*x - x^2 - 8/3*x*y}
      - {name: B, variables: {y: [0, 10]}, payoff: 24.25*y - y^2 - 5/4*x*y}
      constraints: [x + y <= 15]
      """)
    expect(outcome.levels, near: [5, 9], within: 1e-12)
    #expect(outcome.constraints.map(\.isBinding) == [false])
    #expect(outcome.constraints[0].slack.contains(1.0))
  }

  /// Each player keeps constraints of its own, in which others' levels are.
  @Test func constraintsOfSomePlayers() throws {
    let analysis = try FormulaGame(
      yaml: """
        game: A.8
        players:
        - {name: one, variables: {x1: [0, 10]}, payoff: x1}
        - {name: two, variables: {x2: [0, 10]}, payoff: "-(x2 - 0.5)^2"}
        - {name: three, variables: {x3: [0, 2]}, payoff: "-(x3 - 1.5*x1)^2"}
        constraints:
        - x1 + x2 <= 1
        - {formula: x3 <= x1 + x2, players: [one, two]}
        """
    ).analyze()
    let oracle = FeasibleRegret(
      payoff: { i, x in
        switch i {
        case 0: x[0]
        case 1: -(x[1] - 0.5) * (x[1] - 0.5)
        default: -(x[2] - 1.5 * x[0]) * (x[2] - 1.5 * x[0])
        }
      },
      excesses: { i, x in
        i == 2 ? [] : [x[0] + x[1] - 1, x[2] - x[0] - x[1]]
      }, own: [[(0, 0...10)], [(1, 0...10)], [(2, 0...2)]])
    // With one multiplier for both, 1 = λ1 − λ2 = 1 − 2 x2 leaves x3 = 3/2,
    // which is too much; generalised equilibria there are:
    // x1 in [1/2, 2/3], x2 = 1 − x1, x3 = 3/2 x1.
    #expect(analysis.equilibria.isEmpty)
    #expect(!analysis.constraintEnds.isEmpty)
    for end in analysis.constraintEnds {
      let levels = end.equilibrium.levels
      #expect(oracle.infeasibility(at: levels) < 1e-9)
      #expect(oracle.largest(at: levels) < 1e-7)
    }
  }

  @Test func aPlayerWithTwoVariablesInA17() throws {
    let analysis = try FormulaGame(
      yaml: """
        game: A.17
        players:
        - {name: A, variables: {x1: [0, 20], x2: [0, 20]}, payoff: "-(x1^2 + x1*x2 + x2^2 + (x1 + x2)*x3 - 25*x1 - 38*x2)"}
        - {name: B, variables: {x3: [0, 20]}, payoff: "-(x3^2 + (x1 + x2)*x3 - 25*x3)"}
        constraints:
        - x1 + 2*x2 - x3 <= 14
        - 3*x1 + 2*x2 + x3 <= 30
        """
    ).analyze()
    let oracle = FeasibleRegret(
      payoff: { i, x in
        i == 0
          ? -(x[0] * x[0] + x[0] * x[1] + x[1] * x[1] + (x[0] + x[1]) * x[2]
            - 25 * x[0] - 38 * x[1])
          : -(x[2] * x[2] + (x[0] + x[1]) * x[2] - 25 * x[2])
      },
      excesses: { _, x in
        [
          x[0] + 2 * x[1] - x[2] - 14, 3 * x[0] + 2 * x[1] + x[2] - 30,
        ]
      }, own: [[(0, 0...20), (1, 0...20)], [(2, 0...20)]])
    // Published: (0, 11, 8), where x1 is worth nothing more: no proof.
    #expect(analysis.equilibria.count == 1)
    for outcome in analysis.equilibria {
      expect(outcome.levels, near: [0, 11, 8])
      #expect(abs(outcome.constraints[0].multiplier.midpoint - 3) < 1e-4)
      #expect(abs(outcome.constraints[1].multiplier.midpoint - 1) < 1e-4)
      #expect(outcome.equilibrium.regret.upper < 1e-5)
      #expect(oracle.infeasibility(at: outcome.levels) < 1e-9)
      #expect(oracle.largest(at: outcome.levels) < 1e-5)
    }
  }

  /// The two-person form of Rosen's paper: a quadratic of each player and a
  /// floor that both keep.
  @Test func aSharedFloorAsRosens() throws {
    let outcome = try only(
      """
      game: Floor
      players:
      - {name: A, variables: {x: [0, 2]}, payoff: "-(x^2/2 - x*y)"}
      - {name: B, variables: {y: [0, 2]}, payoff: "-(y^2 + x*y) + y"}
      constraints: [x + y >= 1]
      """)
    // y − x + λ = 0 and 1 − 2 y − x + λ = 0 with x + y = 1:
    // x = 3/4, y = 1/4, λ = 1/2... checked below by its own conditions.
    let (x, y) = (outcome.levels[0], outcome.levels[1])
    let multiplier = outcome.constraints[0].multiplier.midpoint
    #expect(abs(y - x + multiplier) < 1e-12)
    #expect(abs(1 - 2 * y - x + multiplier) < 1e-12)
    #expect(abs(x + y - 1) < 1e-12)
  }

  @Test func anEquationHasAMultiplierOfAnySign() throws {
    let outcome = try only(
      """
      game: Equation
      players:
      - {name: A, variables: {x: [0, 4]}, payoff: "-(x - 1)^2"}
      - {name: B, variables: {y: [0, 4]}, payoff: "-(y - 2)^2"}
      constraints: [x + y = 5]
      """)
    // 2 (x − 1) = 2 (y − 2) = −λ and x + y = 5.
    expect(outcome.levels, near: [2, 3], within: 1e-12)
    #expect(outcome.constraints[0].multiplier.contains(-2.0))
    #expect(outcome.constraints[0].isBinding)
  }
}
