import Testing

@testable import Coopetition

@Suite("Gauss–Legendre quadrature")
struct GaussLegendreTests {
  @Test("It integrates powers up to twice its nodes", arguments: [1, 2, 5, 16])
  func powers(count: Int) {
    let rule = GaussLegendre(count: count)
    for power in 0..<(2 * count) {
      let found = rule.integral(from: 0, to: 2) { .pow($0, power) }
      let exact = Double.pow(2, power + 1) / Double(power + 1)
      #expect(abs(found - exact) < 1e-13 * exact)
    }
  }

  @Test("Panels cover an interval once")
  func panels() {
    let points = GaussLegendre(count: 4).panels(from: -1, to: 3, count: 5)
    #expect(points.count == 20)
    #expect(abs(points.reduce(0) { $0 + $1.weight } - 4) < 1e-14)
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.node < $1.node })
  }
}
