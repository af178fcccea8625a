import Testing

@testable import Coopetition

@Suite("Student's distribution")
struct StudentDistributionTests {
  /// Values of scipy 1.17, `scipy.stats.t.cdf`.
  @Test(
    "Its distribution function",
    arguments: [
      (1, 1, 0.75), (2, -0.7, 0.2781965123164327),
      (3, 2.5, 0.9561466764959672), (4, -2, 0.05805826175840778),
      (7, 0.3, 0.6135549747989328), (10, -3.1, 0.005625328608041707),
      (21, 1.7, 0.9480519859919369),
    ] as [(Int, Double, Double)])
  func values(degrees: Int, t: Double, expected: Double) {
    let found = StudentDistribution(degrees: degrees).probability(below: t)
    #expect(abs(found - expected) < 1e-14)
  }

  @Test("It is symmetric, and 0 and 1 at the ends")
  func symmetry() {
    for degrees in 1...12 {
      let student = StudentDistribution(degrees: degrees)
      #expect(student.probability(below: 0) == 0.5)
      #expect(student.probability(below: -.infinity) == 0)
      #expect(student.probability(below: .infinity) == 1)
      let sum =
        student.probability(below: 1.3) + student.probability(below: -1.3)
      #expect(abs(sum - 1) < 1e-15)
    }
  }
}
