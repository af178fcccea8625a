import TestSupport
import Testing

@testable import Equilibria

@Suite struct ExactSumTests {
  private static let sums: [([Double], Double)] = [
    ([1, 1, -2], 0), ([0.1, 0.2, -0.3], 0x1p-55), ([1e16, 1, -1e16], 1),
    ([1e300, 1e-300, -1e300, -1e-300], 0), ([], 0),
  ]

  @Test(arguments: sums)
  func nothingIsLost(numbers: [Double], sum: Double) {
    #expect(ExactSum(numbers).rounded == sum)
  }

  // Numbers and their opposites in another order leave what is added to them.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func orderDoesNotMatter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let numbers = random.numbers(10, in: -1...1)
    let opposites = numbers.shuffled(using: &random).map { 0 - $0 }
    #expect(ExactSum(numbers + [1e-30] + opposites).rounded == 1e-30)
  }
}
