/// Eight numbers that are added and multiplied together: a line of the cache.
struct NumberLanes {
  private typealias Pair = SIMD2<Double>

  static let count = 8
  static let zero = NumberLanes(
    first: .zero, second: .zero, third: .zero, fourth: .zero)

  private var first: Pair
  private var second: Pair
  private var third: Pair
  private var fourth: Pair

  /// Takes multiples of other numbers off.
  @inline(__always)
  mutating func subtract(_ other: NumberLanes, times factor: Double) {
    first -= factor * other.first
    second -= factor * other.second
    third -= factor * other.third
    fourth -= factor * other.fourth
  }

  @inline(__always)
  mutating func addSquares(of other: NumberLanes) {
    first += other.first * other.first
    second += other.second * other.second
    third += other.third * other.third
    fourth += other.fourth * other.fourth
  }
}
