import TestSupport
import Testing

@testable import Games

@Suite struct DeviationSearchTests {
  private let search = DeviationSearch(tolerance: 1e-6)

  /// `u(y) = a y − y²/2` over [0, 1]: the best strategy is a, kept within.
  @Test(arguments: [-0.5, 0, 0.3, 1, 1.7])
  func aTangentBoundsTheGainAtTheBestStrategy(peak: Double) throws {
    let best = min(max(peak, 0), 1)
    let found = search.gain(
      over: Interval(0...1), from: best, slope: Interval(peak - best),
      curvature: -1)
    let gain = try #require(found)
    #expect(gain.lower == 0 && gain.upper <= 1e-300)
  }

  @Test func aTangentThatRisesTooFarTellsNothing() {
    for slope in [1e-6, -1e-6] {
      let found = search.gain(
        over: Interval(0...1), from: 0.5, slope: Interval(slope),
        curvature: -1)
      #expect(found?.contains(5e-7) == true)
      #expect((found?.upper ?? 1) < 5.000001e-7)
    }
    let tooFar = search.gain(
      over: Interval(0...1), from: 0.2, slope: Interval(2e-6), curvature: -1)
    #expect(tooFar == nil)
  }

  @Test func aPayoffThatMayBeConvexHasNoTangentAbove() {
    for curvature in [Interval(1), Interval(-1...1e-9), .entire] {
      let found = search.gain(
        over: Interval(0...1), from: 0.5, slope: 0, curvature: curvature)
      #expect(found == nil)
    }
    let linear = search.gain(
      over: Interval(0...1), from: 0.5, slope: 0, curvature: 0)
    #expect(linear == Interval(0))
  }

  /// Concave players near their best responses: the whole search says the same.
  @Test(arguments: 1...20)
  func agreesWithTheWholeSearch(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (cost, curvature) = (
      random.number(in: 0...1), random.number(in: 0.5...2)
    )
    let best = min(max((1 - cost) / curvature, 0), 1)
    func payoff(_ own: Box) -> OwnEnclosure {
      let y = own[0]
      let (c, e) = (Interval(cost), Interval(curvature))
      return OwnEnclosure(
        value: y - c * y - e * y * y / 2, gradient: [1 - c - e * y],
        hessian: [-e])
    }
    let whole = search.gain(
      over: [Interval(0...1)], from: [best], payoff: payoff)
    let here = payoff([Interval(best)])
    let tangent = search.gain(
      over: Interval(0...1), from: best, slope: here.gradient[0],
      curvature: here.hessian[0])
    #expect(tangent?.upper == whole.upper)
  }
}
