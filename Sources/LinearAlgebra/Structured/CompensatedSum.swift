/// A sum of doubles that keeps its rounding errors.
///
/// The sum is `high + low`, where `low` collects the exact error of each
/// addition to `high`. For n numbers the error is at most u |sum| + γ² Σ|xₖ|
/// with u = 2⁻⁵³ and γ = (n − 1) u / (1 − (n − 1) u), instead of γ Σ|xₖ|. See
/// Ogita, Rump and Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput.
/// 26 (2005), algorithm 4.4. A sum that overflows is not a number.
package struct CompensatedSum: Sendable, Equatable {
  /// The sum, rounded at each addition.
  package let high: Double
  /// The errors of those roundings, added up.
  package let low: Double

  /// A sum that starts with a value.
  @inlinable
  package init(_ value: Double = 0) {
    self.init(high: value, low: 0)
  }

  @inlinable
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The sum as one double.
  @inlinable
  package var value: Double { high + low }

  /// The sum and one more number.
  ///
  /// - Complexity: O(1), seven operations.
  @inlinable @inline(__always)
  package static func + (sum: Self, x: Double) -> Self {
    let high = sum.high + x
    let part = high - sum.high
    let error = (sum.high - (high - part)) + (x - part)
    return Self(high: high, low: sum.low + error)
  }

  /// Adds a number.
  ///
  /// - Complexity: O(1), seven operations.
  @inlinable @inline(__always)
  package static func += (sum: inout Self, x: Double) {
    sum = sum + x
  }
}
