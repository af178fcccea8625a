import TestSupport
import Testing

@testable import Coopetition

@Suite("The normal distribution")
struct NormalDistributionTests {
  /// Computed with mpmath 1.3.0 to 50 digits.
  @Test(
    "Quantiles agree with 50 digits",
    arguments: [
      (1e-300, -37.0470962993612),
      (1e-40, -13.31092137142517),
      (1e-12, -7.034483825301132),
      (1e-06, -4.753424308822899),
      (0.01, -2.326347874040841),
      (0.074, -1.4466320671589785),
      (0.076, -1.4325027208258116),
      (0.3, -0.5244005127080408),
      (0.7, 0.5244005127080407),
      (0.925, 1.4395314709384561),
      (0.99, 2.3263478740408408),
      (0.999999, 4.753424308817087),
    ])
  func quantiles(probability: Double, quantile: Double) {
    let found = NormalDistribution.quantile(probability)
    #expect(abs(found - quantile) <= 1e-15 * abs(quantile))
  }

  @Test("Probabilities invert quantiles", arguments: [1e-12, 1e-3, 0.3, 0.9])
  func inverse(probability: Double) {
    let z = NormalDistribution.quantile(probability)
    #expect(
      relativeDistance(
        NormalDistribution.probability(atMost: z) / probability, 1) < 1e-13)
  }

  @Test("The ends are infinite")
  func ends() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.5) == 0)
  }
}
