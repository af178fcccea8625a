import Coopetition
import TestSupport
import Testing

/// Random quadratic games with shared linear constraints, against all of what
/// can bind.
@Suite struct RandomConstrainedGamesTests {
  private struct Sample {
    var reference: ActiveSetEnumeration
    var text: String
  }

  /// A game of some players; with strong coupling it has several equilibria.
  private func sample(
    _ count: Int, coupling: Double, seed: UInt64
  ) -> Sample {
    var random = TestSupport.SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double {
      (Double.random(in: range, using: &random) * 64).rounded() / 64
    }
    let constant = (0..<count).map { _ in number(0...4) }
    let matrix = (0..<count).map { v in
      (0..<count).map { w in
        v == w ? -number(1...3) : number(-coupling...coupling)
      }
    }
    let weights = (0..<2).map { _ in (0..<count).map { _ in number(0.25...2) } }
    let limits = (0..<2).map { _ in number(1...3) }
    let reference = ActiveSetEnumeration(
      constant: constant, matrix: matrix, bounds: 0...2, weights: weights,
      limits: limits)
    let players = (0..<count).map { v -> String in
      let others = (0..<count).filter { $0 != v }.map {
        "(\(matrix[v][$0]))*x\(v)*x\($0)"
      }
      let own = "\(constant[v])*x\(v) + (\(matrix[v][v] / 2))*x\(v)^2"
      return "- {name: P\(v), variables: {x\(v): [0, 2]}, payoff: "
        + ([own] + others).joined(separator: " + ") + "}"
    }
    let constraints = zip(weights, limits).map { row, limit in
      "- "
        + row.enumerated().map { "\($1)*x\($0)" }.joined(separator: " + ")
        + " <= \(limit)"
    }
    return Sample(
      reference: reference,
      text: """
        game: Random
        players:
        \(players.joined(separator: "\n"))
        constraints:
        \(constraints.joined(separator: "\n"))
        """)
  }

  @Test(arguments: [(2, 1.0), (2, 6.0), (3, 1.0), (3, 4.0)])
  func nothingIsMissed(count: Int, coupling: Double) throws {
    var several = 0
    for seed in 1...15 {
      let sample = sample(
        count, coupling: coupling, seed: UInt64(1_000 * count + seed))
      let known = sample.reference.equilibria
      let analysis = try FormulaGame(yaml: sample.text).analyze()
      let found = analysis.equilibria.map(\.levels)
      #expect(analysis.isComplete, "seed \(seed)")
      #expect(found.count == known.count, "seed \(seed)")
      for levels in known {
        let isFound = found.contains {
          zip($0, levels).allSatisfy { abs($0 - $1) < 1e-6 }
        }
        #expect(isFound, "seed \(seed): \(levels)")
      }
      if known.count > 1 { several += 1 }
    }
    if count == 3 && coupling > 3 { #expect(several > 0) }
  }
}
