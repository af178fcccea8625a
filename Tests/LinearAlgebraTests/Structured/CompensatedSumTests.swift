import LinearAlgebra
import Testing

@Suite struct CompensatedSumTests {
  @Test func keepsWhatRoundingLoses() {
    var sum = CompensatedSum()
    for x in [1e16, 1, 1, -1e16] { sum += x }
    #expect(sum.value == 2)
    #expect(1e16 + 1 + 1 - 1e16 != 2)
  }

  @Test func startsWithAValue() {
    #expect((CompensatedSum(0.5) + 0.25).value == 0.75)
  }

  /// A power of two times the double nearest to 0.1 is known exactly.
  @Test func aLongSumIsExact() {
    var sum = CompensatedSum()
    let count = 1 << 20
    for _ in 0..<count { sum += 0.1 }
    #expect(sum.value == 0.1 * Double(count))
  }
}
