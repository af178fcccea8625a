import Coopetition
import TestSupport
import Testing

/// Tangents prove the optimum of clusters far beyond what boxes can.
struct LargeOptimumTests {
  @Test(arguments: NetworkKind.allCases)
  func theOptimumOfThreeThousandFirmsIsProven(
    kind: NetworkKind
  ) throws {
    let game = try SharingGame(
      ClusterGenerator(firms: 3_000, degree: 10, kind: kind, seed: 7).cluster())
    let optimum = game.socialOptimum()
    #expect(optimum.isProven)
    #expect(optimum.gap <= 1e-9 * optimum.welfare)
    var random = SplitMix64(seed: 1)
    for _ in 0..<50 {
      let levels = game.strategies.upperBounds.map {
        random.number(in: 0...1) * $0
      }
      #expect(game.welfare(at: levels) < optimum.upperBound)
    }
    // Nor is any single firm's change an improvement.
    for firm in stride(from: 0, to: 3_000, by: 97) {
      for share in [0, 0.5, 1] {
        var levels = optimum.levels
        levels[firm] = share * game.strategies.upperBounds[firm]
        #expect(game.welfare(at: levels) <= optimum.upperBound)
      }
    }
  }
}
