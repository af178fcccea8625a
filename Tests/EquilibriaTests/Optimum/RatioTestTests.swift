import TestSupport
import Testing

@testable import Equilibria

struct RatioTestTests {
  /// Against a look at all constraints one by one.
  @Test(arguments: 0..<200)
  func agreesWithALookAtEachConstraint(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let levels = Int.random(in: 0...9, using: &random)
    let slacks = Int.random(in: 1...40, using: &random)
    let count = levels + slacks
    let lower = Array(repeating: 0.0, count: count)
    let upper =
      Array(repeating: 1.0, count: levels)
      + Array(repeating: .infinity, count: slacks)
    let values = random.numbers(count, in: 0...1)
    let rates = random.numbers(count, in: -1...1).map {
      abs($0) < 0.3 ? 0 : $0
    }
    for length in [0.01, 0.5, .infinity] {
      let reaches = (0..<count).map { i -> Double in
        if rates[i] == 0 { return .infinity }
        return rates[i] < 0
          ? (values[i] - lower[i]) / -rates[i]
          : (upper[i] - values[i]) / rates[i]
      }
      let nearest = reaches.indices.min { reaches[$0] < reaches[$1] }
      let expected = nearest.flatMap { reaches[$0] < length ? $0 : nil }
      let found = RatioTest.blocking(
        rates, values, lower, upper, levels: levels, before: length)
      #expect(found == expected)
    }
  }

  /// Of two that are met at once, the one that is approached fastest stops.
  @Test func theFastestOfThoseThatAreMetStops() {
    let found = RatioTest.blocking(
      [-1, 0, -2, -0.5], [0.5, 0.1, 1, 0.25], [0, 0, 0, 0],
      [1, .infinity, .infinity, .infinity], levels: 1, before: .infinity)
    #expect(found == 2)
  }
}
