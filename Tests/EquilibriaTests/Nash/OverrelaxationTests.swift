import TestSupport
import Testing

@testable import Equilibria

@Suite struct OverrelaxationTests {
  /// The factors for the sweeps after those with the given distances.
  private func factors(_ distances: [Double], isUsed: Bool = true) -> [Double] {
    var relaxation = Overrelaxation(isUsed: isUsed)
    return distances.map {
      relaxation.observe($0)
      return relaxation.factor
    }
  }

  @Test func followsFourPlainSweeps() {
    let factors = factors([1, 0.5, 0.1, 0.03, 0.005])
    #expect(factors[..<3] == [1, 1, 1])
    // √(0.03 / 0.5) is the contraction r; ω = 2 / (1 + √(1 − r)).
    let contraction = (0.03 / 0.5).squareRoot()
    let best = 2 / (1 + (1 - contraction).squareRoot())
    #expect(abs(factors[3] - best) < 1e-15)
    #expect(factors[4] == factors[3])
  }

  @Test func isLeftOutWhereSweepsAreSlow() {
    #expect(factors([1, 0.9, 0.8, 0.7, 0.1, 0.01]).allSatisfy { $0 == 1 })
    #expect(factors([1, 0.1, 0.01, 0.009, 0.001]).allSatisfy { $0 == 1 })
    #expect(factors([1, 0.1, .nan, .nan]).allSatisfy { $0 == 1 })
    #expect(factors([0, 0, 0, 0, 0]).allSatisfy { $0 == 1 })
    #expect(factors([1, 0.1, 0.01, 1e-3], isUsed: false).last == 1)
  }

  @Test func isGivenUpForGoodWhenADistanceDoesNotFall() {
    let factors = factors([1, 0.2, 0.04, 0.008, 0.006, 1e-4, 1e-6])
    #expect(factors[3] > 1)
    #expect(factors[4...] == [1, 1, 1])
  }

  @Test(arguments: 1...4)
  func reachesTheSameEquilibriumSooner(seed: UInt64) throws {
    var game = try NetworkSharing(players: 5_000, degree: 8, seed: seed)
    game.benefit = 5
    for i in game.cost.indices where i % 3 == 0 { game.cost[i] += 0.5 }
    for start in [BestResponseSweeps.Start.highest, .lowest] {
      let plain = game.solve(
        BestResponseSweeps(from: start, overrelaxes: false))
      let relaxed = game.solve(BestResponseSweeps(from: start))
      #expect(relaxed.termination == .converged)
      #expect(relaxed.residual <= 1e-11)
      #expect(relaxed.iterations <= plain.iterations)
      #expect(relativeDistance(relaxed.levels, plain.levels) < 1e-11)
    }
  }
}
