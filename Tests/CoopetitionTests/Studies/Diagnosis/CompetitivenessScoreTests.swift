import TestSupport
import Testing

@testable import Coopetition

@Suite("Scores of competitiveness")
struct CompetitivenessScoreTests {
  private func gem(_ means: [Double]) -> CompetitivenessScore {
    CompetitivenessScore(.gem, ratings: means.map { [$0] })
  }

  @Test("GEM: 5 everywhere is 250, 8 is 640, 10 is 1000")
  func reference() {
    for (mean, score) in [(5.0, 250.0), (8, 640), (10, 1000)] {
      #expect(
        abs(gem(Array(repeating: mean, count: 6)).score - score) < 1e-10)
    }
  }

  /// Padmore and Gibson's formula, 2.5 times the product of the pair sums to
  /// the power of two thirds.
  @Test("GEM agrees with its formula of pair sums")
  func pairSums() {
    var random = TestSupport.SplitMix64(seed: 1)
    for _ in 0..<50 {
      let m = random.numbers(6, in: 1...10)
      let sums = [m[0] + m[1], m[2] + m[3], m[4] + m[5]]
      let product: Double = sums.reduce(1, *)
      let expected: Double = 2.5 * .pow(product, 2.0 / 3)
      #expect(abs(gem(m).score - expected) < 1e-10 * expected)
    }
  }

  @Test("Both scores are homogeneous of degree 2 and have those elasticities")
  func homogeneity() {
    var random = TestSupport.SplitMix64(seed: 2)
    for model in [CompetitivenessScore.Model.gem, .factors] {
      let m = random.numbers(6, in: 1...5)
      let single = CompetitivenessScore(model, ratings: m.map { [$0] })
      let double = CompetitivenessScore(model, ratings: m.map { [2 * $0] })
      #expect(abs(double.score - 4 * single.score) < 1e-10 * double.score)
      #expect(abs(single.elasticities.reduce(0, +) - 2) < 1e-13)
    }
  }

  @Test("No point more than 10")
  func ceiling() {
    let score = gem([10, 10, 9.5, 10, 10, 10])
    #expect(score.onePointMore[0] == 0)
    #expect(abs(score.score + score.onePointMore[2] - 1000) < 1e-10)
    #expect(score.lever.item == "suppliers" && score.weakest == "enterprises")
  }
}
