import Testing

@testable import Coopetition

@Suite("Sobol's sequence")
struct SobolSequenceTests {
  @Test("Bits are those of an independent program")
  func golden() throws {
    let sequence = SobolSequence(dimension: 10)
    for golden in try SamplingGolden.read().sobolBits {
      for (j, bits) in golden.bits.enumerated() {
        #expect(sequence.bits(of: golden.point, coordinate: j) == bits)
      }
    }
  }

  /// The last point of the first 4096 by `scipy.stats.qmc.Sobol(64,
  /// scramble=False)`, version 1.17.1, in units of 2⁻³².
  @Test("All 64 coordinates agree with scipy")
  func scipy() {
    let sequence = SobolSequence(dimension: 64)
    let bits = (0..<64).map { sequence.bits(of: 4095, coordinate: $0) >> 20 }
    #expect(bits == Self.scipyBits)
  }

  @Test("Every interval of a power of two has one point", arguments: [1, 4, 9])
  func stratified(power: Int) {
    let sequence = SobolSequence(dimension: 64)
    for j in 0..<64 {
      let places = (0..<(1 << power)).map {
        sequence.bits(of: $0, coordinate: j) >> UInt32(32 - power)
      }
      #expect(Set(places).count == 1 << power)
    }
  }

  private static let scipyBits: [UInt32] = [
    1, 3855, 1369, 3693, 3851, 323, 3889, 1601, 785, 1009, 2333, 1317, 1511,
    2129, 2257, 1707, 255, 2495, 3331, 2135, 925, 2999, 2777, 1825, 751, 2183,
    1551, 117, 3827, 3503, 1481, 359, 3115, 1077, 3903, 719, 2377, 1343, 679,
    931, 823, 43, 2743, 2773, 2741, 3983, 2865, 81, 3923, 2489, 1905, 151, 2787,
    4069, 227, 593, 2865, 2161, 2621, 2333, 1215, 1577, 2813, 2267,
  ]
}
