import Scalars

/// Random numbers that are a function of a key: the same key has the same
/// number, in whatever order keys are asked for.
///
/// So two runs that differ in their rates alone share their luck, and threads
/// change nothing.
///
/// Reference: Salmon et al., Parallel random numbers: as easy as 1, 2, 3,
/// SC 2011; the mixing is that of SplitMix64.
struct CounterRandom: Sendable {
  private let stream: UInt64

  /// The numbers of one run of a seed.
  init(seed: UInt64, run: Int) {
    stream = Self.mixed(
      Self.mixed(seed &+ Self.step) ^ (UInt64(run) &+ 1) &* Self.step)
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mixed(_ key: UInt64) -> UInt64 {
    var z = key
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in (0, 1), evenly spread.
  @inline(__always)
  func uniform(_ key: Int) -> Double {
    let bits = Self.mixed(stream &+ UInt64(bitPattern: Int64(key)) &* Self.step)
    return (Double(bits >> 11) + 0.5) * 0x1p-53
  }

  /// An exponential number of mean 1.
  @inline(__always)
  func exponential(_ key: Int) -> Double { -Double.log(uniform(key)) }
}
