/// A small generator of random numbers that gives the same sequence for a seed
/// on every machine.
///
/// Reference: Steele, Lea and Flood, Fast splittable pseudorandom number
/// generators, OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number of `0..<bound`, by multiplication: its bias is below
  /// `bound / 2⁶⁴`.
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The output with a number, counting from 0, of the generator with a seed,
  /// without those before it.
  static func output(_ number: UInt64, ofSeed seed: UInt64) -> UInt64 {
    mixed(seed &+ (number &+ 1) &* step)
  }

  /// What the state grows by: 2⁶⁴ over the golden ratio, made odd.
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ state: UInt64) -> UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
