import Coopetition
import Equilibria
import Games
import Testing

/// Problems of Facchinei and Kanzow (2009) that are too large to be searched to
/// the end: what is found is proven, and judged by regrets.
@Suite struct LargerConstrainedGamesTests {
  private func analysis(_ text: String, boxes: Int = 200) throws -> Analysis {
    var search = BranchAndPrune()
    search.boxLimit = boxes
    return try FormulaGame(yaml: text)
      .analyze(using: Analyzer(search: search))
  }

  /// Internet switching: the first user does not keep the capacity. Published:
  /// about (0.3, 0.0695, …, 0.0695).
  @Test func a1() throws {
    let names = (1...10).map { "p\($0)" }
    let sum = (1...10).map { "x\($0)" }.joined(separator: " + ")
    let players = (1...10).map { i in
      "- {name: p\(i), variables: {x\(i): "
        + (i == 1 ? "[0.3, 0.5]" : "[0.01, 1]")
        + "}, payoff: x\(i)/S*(1 - S)}"
    }
    let analysis = try analysis(
      """
      game: A.1
      define: {S: \(sum)}
      players:
      \(players.joined(separator: "\n"))
      constraints:
      - {formula: S <= 1, players: [\(names.dropFirst().joined(separator: ", "))]}
      """)
    let outcome = try #require(analysis.equilibria.first)
    #expect(analysis.equilibria.count == 1)
    #expect(outcome.equilibrium.isProven)
    #expect(outcome.levels[0] == 0.3)
    #expect(outcome.levels.dropFirst().allSatisfy { abs($0 - 0.0695) < 1e-4 })
    #expect(outcome.equilibrium.regret.upper < 1e-9)
    let oracle = FeasibleRegret(
      payoff: { i, x in
        let sum = x.reduce(0, +)
        return x[i] / sum * (1 - sum)
      },
      excesses: { i, x in i == 0 ? [] : [x.reduce(0, +) - 1] },
      own: (0..<10).map { [($0, $0 == 0 ? 0.3...0.5 : 0.01...1)] })
    #expect(oracle.infeasibility(at: outcome.levels) < 0)
    #expect(oracle.largest(at: outcome.levels) < 1e-9)
  }

  private static let a3 = """
    game: A.3
    players:
    - name: A
      variables: {a1: [-10, 10], a2: [-10, 10], a3: [-10, 10]}
      payoff: "-((20*a1^2 + 5*a2^2 + 15*a3^2)/2 + 5*a1*a2 + 3*a1*a3 - 5*a2*a3
        + a1*(-6*b1 + 10*b2 + 11*c1 + 20*c2 + 1)
        + a2*(10*b1 - 4*b2 - 17*c1 + 9*c2 - 1)
        + a3*(15*b1 + 8*b2 - 22*c1 + 21*c2 + 1))"
    - name: B
      variables: {b1: [-10, 10], b2: [-10, 10]}
      payoff: "-((11*b1^2 + 9*b2^2)/2 - b1*b2
        + b1*(20*a1 + a2 - 3*a3 + 12*c1 + c2 + 1)
        + b2*(10*a1 - 4*a2 + 8*a3 + 16*c1 + 21*c2))"
    - name: C
      variables: {c1: [-10, 10], c2: [-10, 10]}
      payoff: "-((48*c1^2 + 53*c2^2)/2 + 39*c1*c2
        + c1*(10*a1 - 2*a2 + 22*a3 + 12*b1 + 16*b2 - 1)
        + c2*(9*a1 + 19*a2 + 21*a3 - 4*b1 + 20*b2 + 2))"
    constraints:
    - {formula: a1 + a2 + a3 + b1 + b2 + c1 + c2 <= 20, players: [A]}
    - {formula: a1 + a2 - a3 <= b1 - c2 + 5, players: [A]}
    - {formula: b1 + b2 <= a2 + a3 - c1 + 7, players: [B]}
    - {formula: c2 <= a1 + a3 - b1 + 4, players: [C]}
    """

  /// Each player keeps constraints of its own; none binds at the published
  /// equilibrium.
  @Test func a3() throws {
    let published = [
      -0.3805, -0.1227, -0.9932, 0.3903, 1.1638, 0.0504, 0.0176,
    ]
    let analysis = try analysis(Self.a3)
    let outcome = try #require(
      analysis.equilibria.first { outcome in
        zip(outcome.levels, published).allSatisfy { abs($0 - $1) < 1e-4 }
      })
    #expect(outcome.equilibrium.isProven)
    #expect(outcome.constraints.allSatisfy { !$0.isBinding })
    let game = try FormulaGame(yaml: Self.a3)
    let oracle = FeasibleRegret(
      payoff: { game.payoffs(at: $1)[$0] },
      excesses: { i, x in
        switch i {
        case 0: [x.reduce(0, +) - 20, x[0] + x[1] - x[2] - x[3] + x[6] - 5]
        case 1: [x[3] + x[4] - x[1] - x[2] + x[5] - 7]
        default: [x[6] - x[0] - x[2] + x[3] - 4]
        }
      },
      own: [[0, 1, 2], [3, 4], [5, 6]].map { $0.map { ($0, -10...10) } })
    for outcome in analysis.equilibria {
      #expect(oracle.infeasibility(at: outcome.levels) < 1e-9)
      #expect(oracle.largest(at: outcome.levels) < 1e-5)
    }
  }
}
