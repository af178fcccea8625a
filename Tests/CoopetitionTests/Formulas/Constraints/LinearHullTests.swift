import Games
import TestSupport
import Testing

@testable import Coopetition

@Suite struct LinearHullTests {
  private static let unit: Box = [
    Interval(lower: 0, upper: 1), Interval(lower: 0, upper: 1),
  ]

  private func shrunk(_ target: Interval) -> Box? {
    var box = Self.unit
    let isLeft = LinearHull.shrink(
      &box, centre: [0.5, 0.5], value: Interval(1), slopes: [1, 1],
      target: target)
    return isLeft ? box : nil
  }

  /// x + y in the target.
  @Test func aSumBoundsItsTerms() throws {
    let box = try #require(shrunk(Interval(lower: -.infinity, upper: 0.25)))
    #expect(box.allSatisfy { $0.lower == 0 && abs($0.upper - 0.25) < 1e-12 })
    let high = try #require(shrunk(Interval(lower: 1.5, upper: 2)))
    #expect(high.allSatisfy { abs($0.lower - 0.5) < 1e-12 && $0.upper == 1 })
  }

  @Test func whatIsOutOfReachIsEmpty() {
    #expect(shrunk(Interval(lower: 2.5, upper: 3)) == nil)
    #expect(shrunk(Interval(lower: -1, upper: -0.5)) == nil)
  }

  /// Every point that satisfies a condition stays, whatever the slopes.
  @Test func nothingIsLost() {
    var random = TestSupport.SplitMix64(seed: 11)
    func number() -> Double { Double.random(in: -1...1, using: &random) }
    for _ in 0..<500 {
      let slopes = (0..<3).map { _ in number() }
      let point = (0..<3).map { _ in number() }
      let centre = (0..<3).map { _ in number() }
      let widths = slopes.map { _ in abs(number()) }
      let value = number()
      let exact = zip(slopes, zip(point, centre)).reduce(value) {
        $0 + $1.0 * ($1.1.0 - $1.1.1)
      }
      var box = [Interval](
        repeating: Interval(lower: -1, upper: 1), count: 3)
      let isLeft = LinearHull.shrink(
        &box, centre: centre, value: Interval(value),
        slopes: zip(slopes, widths).map {
          Interval(lower: $0 - $1, upper: $0 + $1)
        },
        target: Interval(lower: exact - 1e-9, upper: exact + 1e-9))
      #expect(isLeft)
      #expect(zip(box, point).allSatisfy { $0.contains($1) })
    }
  }
}
