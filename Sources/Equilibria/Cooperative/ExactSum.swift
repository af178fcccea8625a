/// A sum of doubles without rounding: numbers whose digits do not overlap, by
/// rising size.
///
/// Reference: Shewchuk, Adaptive precision floating-point arithmetic and fast
/// robust geometric predicates, Discrete & Computational Geometry 18, 1997.
struct ExactSum {
  private var parts: [Double] = []

  /// The sum of some finite numbers.
  ///
  /// - Complexity: O(numbers · parts), where there are few parts unless sizes
  ///   differ widely.
  init(_ numbers: [Double]) {
    for number in numbers { add(number) }
  }

  /// The sum as a double: of the exact sign, and 0 only if the sum is.
  var rounded: Double { parts.reduce(0, +) }

  private mutating func add(_ number: Double) {
    var carry = number
    var rest: [Double] = []
    for part in parts {
      let (sum, error) = Self.sum(carry, part)
      carry = sum
      if error != 0 { rest.append(error) }
    }
    parts = carry == 0 ? rest : rest + [carry]
  }

  /// The rounded sum of two numbers and what it lacks (Knuth).
  private static func sum(
    _ a: Double, _ b: Double
  ) -> (sum: Double, error: Double) {
    let sum = a + b
    let share = sum - a
    return (sum, (a - (sum - share)) + (b - share))
  }
}
