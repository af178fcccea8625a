import Coopetition
import TestSupport
import Testing

/// Finite games in mixed strategies, against equilibria that are known.
@Suite struct FiniteGameTests {
  /// The equilibria of a game that are proven to be all.
  private func all(_ text: String) throws -> [[Double]] {
    let analysis = try FormulaGame(yaml: text).analyze()
    #expect(analysis.isComplete)
    #expect(analysis.equilibria.allSatisfy { $0.equilibrium.isProven })
    for outcome in analysis.equilibria {
      #expect(outcome.equilibrium.regret.upper < 1e-9)
      #expect(outcome.constraints.isEmpty)
    }
    return analysis.equilibria.map(\.levels)
  }

  /// Whether two lists hold the same profiles in any order.
  private func same(_ a: [[Double]], _ b: [[Double]]) -> Bool {
    a.count == b.count
      && b.allSatisfy { wanted in
        a.contains { zip($0, wanted).allSatisfy { abs($0 - $1) < 1e-9 } }
      }
  }

  @Test func rockPaperScissors() throws {
    let found = try all(
      """
      game: Rock, paper, scissors
      players:
      - {name: A, simplex: [r, p, s], payoff: r*(S - P) + p*(R - S) + s*(P - R)}
      - {name: B, simplex: [R, P, S], payoff: R*(s - p) + P*(r - s) + S*(p - r)}
      """)
    #expect(same(found, [[Double](repeating: 1 / 3, count: 6)]))
  }

  @Test func matchingPennies() throws {
    let found = try all(
      """
      game: Matching pennies
      players:
      - {name: A, simplex: [h, t], payoff: (h - t)*(H - T)}
      - {name: B, simplex: [H, T], payoff: -(h - t)*(H - T)}
      """)
    #expect(same(found, [[0.5, 0.5, 0.5, 0.5]]))
  }

  @Test func battleOfTheSexes() throws {
    let found = try all(
      """
      game: Battle of the sexes
      players:
      - {name: A, simplex: [a1, a2], payoff: 2*a1*b1 + a2*b2}
      - {name: B, simplex: [b1, b2], payoff: a1*b1 + 2*a2*b2}
      """)
    let known: [[Double]] = [
      [1, 0, 1, 0], [0, 1, 0, 1], [2 / 3, 1 / 3, 1 / 3, 2 / 3],
    ]
    #expect(same(found, known))
  }

  /// Both earn 3, 2 or 1 where they meet: one equilibrium for each set of
  /// places, in which each place is as likely as one over what it is worth.
  @Test func threeMeetingPlaces() throws {
    let found = try all(
      """
      game: Three meeting places
      players:
      - {name: A, simplex: [a1, a2, a3], payoff: 3*a1*b1 + 2*a2*b2 + a3*b3}
      - {name: B, simplex: [b1, b2, b3], payoff: 3*a1*b1 + 2*a2*b2 + a3*b3}
      """)
    let worths = [3.0, 2, 1]
    let known = (1..<8).map { set in
      let weights = (0..<3).map { set >> $0 & 1 == 1 ? 1 / worths[$0] : 0 }
      let shares = weights.map { $0 / weights.reduce(0, +) }
      return shares + shares
    }
    #expect(same(found, known))
  }

  /// Those who meet for certain stay, those who mix leave; matching pennies
  /// go round.
  @Test func pureMeetingsAreStable() throws {
    let analysis = try FormulaGame(
      yaml: """
        game: Battle of the sexes
        players:
        - {name: A, simplex: [a1, a2], payoff: 2*a1*b1 + a2*b2}
        - {name: B, simplex: [b1, b2], payoff: a1*b1 + 2*a2*b2}
        """
    ).analyze()
    let welfare = analysis.equilibria.map(\.welfare)
    #expect(welfare == welfare.sorted(by: >))
    for outcome in analysis.equilibria {
      let isPure = outcome.levels.allSatisfy { $0 < 1e-9 || $0 > 1 - 1e-9 }
      #expect(outcome.equilibrium.stability == (isPure ? .stable : .unstable))
    }
  }

  /// A dominated strategy is not played.
  @Test func prisonersDilemma() throws {
    let found = try all(
      """
      game: Prisoner's dilemma
      players:
      - {name: A, simplex: [c, d], payoff: 3*c*C + 5*d*C + d*D}
      - {name: B, simplex: [C, D], payoff: 3*c*C + 5*c*D + d*D}
      """)
    #expect(same(found, [[0, 1, 0, 1]]))
  }

  /// The best for all: both cooperate.
  @Test func theOptimumIsPureAndProven() throws {
    let optimum = try FormulaGame(
      yaml: """
        game: Prisoner's dilemma
        players:
        - {name: A, simplex: [c, d], payoff: 3*c*C + 5*d*C + d*D}
        - {name: B, simplex: [C, D], payoff: 3*c*C + 5*c*D + d*D}
        """
    ).analyze().optimum
    #expect(optimum.isProven)
    #expect(optimum.levels == [1, 0, 1, 0])
    #expect(abs(optimum.welfare - 6) < 1e-12)
  }

  /// A strict equilibrium at which a player earns exactly nothing, so that the
  /// multiplier of its shares is 0, is proven like any other.
  @Test func earningNothing() throws {
    let found = try all(
      """
      game: Two by two
      players:
      - {name: A, simplex: [a0, a1], payoff: -6*a0*b0 - 2*a1*b0 - 5*a1*b1}
      - {name: B, simplex: [b0, b1],
         payoff: -2*a0*b0 - a0*b1 - 3*a1*b0 - 5*a1*b1}
      """)
    let third = [2.0 / 3, 1.0 / 3, 5.0 / 9, 4.0 / 9]
    #expect(same(found, [[1, 0, 0, 1], [0, 1, 1, 0], third]))
    let alone = try all(
      """
      game: One
      players:
      - {name: A, simplex: [a, b], payoff: -3*b}
      """)
    #expect(same(alone, [[1, 0]]))
  }

  /// The same of random games whose payoffs are often 0.
  @Test func smallNumbers() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<30 {
      func payoffs() -> [[Double]] {
        var values = [0, 1, 2, 3].map { Double($0) }
        values.shuffle(using: &random)
        return [[values[0], values[1]], [values[2], values[3]]]
      }
      let (first, second) = (payoffs(), payoffs())
      let known = SupportEnumeration(rows: first, columns: second).equilibria
      let found = try all(Self.text(first, second))
      #expect(same(found, known), "\(first) \(second)")
    }
  }

  /// Shares beside a level that is worth more the larger a share: the payoff is
  /// not concave, but its best is an equilibrium.
  @Test func sharesBesideALevel() throws {
    let analysis = try FormulaGame(
      yaml: """
        game: Shares beside a level
        players:
        - {name: A, simplex: [a, b], variables: {c: [0, 1]}, payoff: a*c - c^2}
        """
    ).analyze()
    let outcome = try #require(analysis.equilibria.first)
    #expect(outcome.equilibrium.isProven)
    let expected = [0.5, 1, 0]
    #expect(zip(outcome.levels, expected).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(outcome.equilibrium.regret.upper < 1e-9)
    let oracle = FeasibleRegret(
      payoff: { _, x in x[1] * x[0] - x[0] * x[0] }, excesses: { _, _ in [] },
      own: [[(0, 0...1), (1, 0...1)]])
    #expect(oracle.largest(at: outcome.levels) < 1e-9)
  }

  /// The equilibria of random games, against those of their supports.
  @Test(arguments: [(2, 2), (2, 3), (3, 3)])
  func nothingIsMissed(rows: Int, columns: Int) throws {
    var random = SplitMix64(seed: UInt64(100 * rows + columns))
    for _ in 0..<12 {
      func payoffs() -> [[Double]] {
        (0..<rows).map { _ in
          (0..<columns).map { _ in
            Double(Int.random(in: -999...999, using: &random))
          }
        }
      }
      let (first, second) = (payoffs(), payoffs())
      let known = SupportEnumeration(rows: first, columns: second).equilibria
      #expect(known.count % 2 == 1)
      let found = try all(Self.text(first, second))
      #expect(same(found, known), "\(first) \(second)")
    }
  }

  /// A bimatrix game as a file.
  private static func text(_ first: [[Double]], _ second: [[Double]]) -> String
  {
    func sum(_ payoffs: [[Double]]) -> String {
      payoffs.indices.flatMap { i in
        payoffs[i].indices.map { "(\(payoffs[i][$0]))*a\(i)*b\($0)" }
      }.joined(separator: " + ")
    }
    let a = first.indices.map { "a\($0)" }.joined(separator: ", ")
    let b = first[0].indices.map { "b\($0)" }.joined(separator: ", ")
    return """
      game: Bimatrix
      players:
      - {name: A, simplex: [\(a)], payoff: "\(sum(first))"}
      - {name: B, simplex: [\(b)], payoff: "\(sum(second))"}
      """
  }
}
