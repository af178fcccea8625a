/// Outward rounding.
///
/// The processor rounds to nearest. Instead of switching its rounding mode,
/// which an optimising compiler does not respect, computed bounds are moved
/// outward by a little more than their error.
///
/// ## Arithmetic
///
/// With `u = 2⁻⁵³`, a sum, product, quotient or square root `v` that is not
/// below 2⁻¹⁰²² in magnitude errs by at most half the gap between doubles next
/// to `v`. The step `1.5u·|v|` lies between ¾ and 1½ of that gap, so adding it
/// moves `v` at least to its neighbour, which is beyond the error; at powers of
/// two it may move it two neighbours. Sums below 2⁻¹⁰²¹ are exact. Products and
/// quotients below 2⁻¹⁰²² err by at most half the smallest positive double `η`,
/// and are moved by `η`.
///
/// - SeeAlso: S. M. Rump, P. Zimmermann, S. Boldo, G. Melquiond, *Computing
///   predecessor and successor in rounding to nearest*, BIT 49, 2009.
extension Interval {
  /// The relative step of arithmetic, `1.5u`.
  @inlinable
  static var step: Double { 0x1.8p-53 }

  /// The smallest positive double, `η = 2⁻¹⁰⁷⁴`.
  @inlinable
  static var least: Double { .leastNonzeroMagnitude }

  /// An upper bound of `a + b`; `a` and `b` are not opposite infinities.
  @inlinable
  static func sumUp(_ a: Double, _ b: Double) -> Double {
    let sum = Swift.max(a + b, -.greatestFiniteMagnitude)
    return sum + step * sum.magnitude
  }

  /// A lower bound of `a + b`; `a` and `b` are not opposite infinities.
  @inlinable
  static func sumDown(_ a: Double, _ b: Double) -> Double {
    0 - sumUp(-a, -b)
  }

  /// An upper bound of `a · b`, where zero times infinity is zero.
  @inlinable
  static func productUp(_ a: Double, _ b: Double) -> Double {
    let product = a * b
    if product.magnitude >= .leastNormalMagnitude { return normalUp(product) }
    return a == 0 || b == 0 ? 0 : subnormalUp(product)
  }

  /// A lower bound of `a · b`, where zero times infinity is zero.
  @inlinable
  static func productDown(_ a: Double, _ b: Double) -> Double {
    0 - productUp(-a, b)
  }

  /// An upper bound of `a / b`, `b ≠ 0`, not both infinite.
  @inlinable
  static func quotientUp(_ a: Double, _ b: Double) -> Double {
    let quotient = a / b
    if quotient.magnitude >= .leastNormalMagnitude { return normalUp(quotient) }
    return a == 0 || b.isInfinite ? 0 : subnormalUp(quotient)
  }

  /// A lower bound of `a / b`; see ``quotientUp(_:_:)``.
  @inlinable
  static func quotientDown(_ a: Double, _ b: Double) -> Double {
    0 - quotientUp(-a, b)
  }

  /// A bound above the exact value that was rounded to `v`, `|v| ≥ 2⁻¹⁰²²`.
  @inlinable
  static func normalUp(_ v: Double) -> Double {
    let value = Swift.max(v, -.greatestFiniteMagnitude)
    return value + step * value.magnitude
  }

  /// A bound above the exact value that was rounded to `v`, `|v| < 2⁻¹⁰²²`.
  ///
  /// The sign of `v` is that of the exact value, also where `v` is zero.
  @inlinable
  static func subnormalUp(_ v: Double) -> Double {
    v.sign == .minus ? Swift.min(v + least, 0) : v + least
  }
}

/// ## Functions of the mathematical library
///
/// The library's error is not bounded by the standard. The assumption, in units
/// in the last place of the exact result, is 1 for `exp`, `log`, `pow`,
/// `log1p`, `expm1`, `sin`, `cos`, `tan`, `asin`, `acos`, `atan`, 3 for the
/// hyperbolic functions and their inverses, 5 for `cbrt`. The largest errors
/// known for glibc 2.36 are 0.52 (`exp`, `log`, `pow`, `sin`, `cos`, `asin`,
/// `acos`, `atan`), 0.62 (`tan`), 0.91 (`log1p`, `expm1`), 2.3 (hyperbolic),
/// 3.7 (`cbrt`). One unit more is added here, for the difference between the
/// units of the exact and of the computed result and for the rounding of the
/// bound itself.
///
/// - SeeAlso: B. Gladman, V. Innocente, J. Mather, P. Zimmermann, *Accuracy of
///   Mathematical Functions in Single, Double, Double Extended, and Quadruple
///   Precision*, 2024.
extension Interval {
  /// Units to add to functions assumed to err by at most 1.
  @inlinable
  static var accurate: Double { 2 }

  /// Units to add to hyperbolic functions, assumed to err by at most 3.
  @inlinable
  static var hyperbolic: Double { 4 }

  /// Units to add to the cube root, assumed to err by at most 5.
  @inlinable
  static var cubic: Double { 6 }

  /// A bound above the exact value of a function computed as `v`.
  ///
  /// A computed zero is taken as exact, and a computed sign as right: the
  /// function does not underflow.
  @inlinable
  static func widenedUp(_ v: Double, by units: Double) -> Double {
    if v == 0 { return 0 }
    let value = Swift.max(v, -.greatestFiniteMagnitude)
    let widened = value + units * (.ulpOfOne * value.magnitude + least)
    return v < 0 ? Swift.min(widened, 0) : widened
  }

  /// A bound below the exact value of a function computed as `v`.
  @inlinable
  static func widenedDown(_ v: Double, by units: Double) -> Double {
    0 - widenedUp(-v, by: units)
  }

  /// The enclosure of a function's exact values between two computed ones.
  @inlinable
  static func widened(
    _ lower: Double, _ upper: Double, by units: Double
  ) -> Interval {
    Interval(
      unchecked: widenedDown(lower, by: units), widenedUp(upper, by: units))
  }

  /// The part of the interval within the known range of a function.
  @inlinable
  func clamped(_ low: Double, _ high: Double) -> Interval {
    Interval(
      unchecked: Swift.min(Swift.max(lower, low), high),
      Swift.max(Swift.min(upper, high), low))
  }
}
