import Testing

@testable import Coopetition

@Suite("Bivariate normal probabilities")
struct BivariateNormalTests {
  /// Integrals of φ(x) Φ((r x − k) / √(1 − r²)) by adaptive quadrature.
  @Test(
    "They agree with adaptive quadrature",
    arguments: [
      (0, 0, 0.5, 1.0 / 3), (1, -0.5, 0.3, 0.13325613544995113),
      (-1.2, 0.7, -0.6, 0.16790840375005794),
      (0.3, 0.2, 0.95, 0.350051643227214),
      (1.5, 1.4, 0.99, 0.06402795965077156),
      (-0.4, -0.6, -0.97, 0.38116910765355916),
      (2, -2.1, -0.999, 0.004895323633261441),
    ] as [(Double, Double, Double, Double)])
  func quadrature(h: Double, k: Double, r: Double, expected: Double) {
    let found = BivariateNormal.probability(above: h, and: k, correlation: r)
    #expect(abs(found - expected) < 1e-13)
  }

  @Test("At the ends the two are one number or its mirror image")
  func ends() {
    let half = NormalDistribution.probability(atMost: -0.7)
    #expect(
      abs(
        BivariateNormal.probability(above: 0.7, and: 0.2, correlation: 1)
          - half) < 1e-15)
    #expect(
      BivariateNormal.probability(above: 0.7, and: 0.2, correlation: -1) == 0)
    #expect(
      BivariateNormal.probability(above: .infinity, and: 0, correlation: 0.2)
        == 0)
    let far = BivariateNormal.probability(
      above: 60, and: -60, correlation: 0.99)
    #expect(far == 0)
  }

  @Test("The four quadrants add up to 1")
  func quadrants() {
    for r in [-0.98, -0.5, 0.2, 0.93] {
      let (h, k) = (0.4, -0.9)
      func quadrant(_ a: Double, _ b: Double) -> Double {
        BivariateNormal.probability(
          above: a * h, and: b * k, correlation: a * b * r)
      }
      let sum =
        quadrant(1, 1) + quadrant(1, -1) + quadrant(-1, 1) + quadrant(-1, -1)
      #expect(abs(sum - 1) < 1e-13)
    }
  }
}
