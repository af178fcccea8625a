extension Interval {
  /// The point zero.
  @inlinable
  public static var zero: Interval { Interval(unchecked: 0, 0) }

  /// The set of negatives; exact.
  @inlinable
  public static prefix func - (x: Interval) -> Interval {
    Interval(unchecked: -x.upper, -x.lower)
  }

  /// Replaces the interval by its negative.
  @inlinable
  public mutating func negate() {
    self = -self
  }

  /// An enclosure of all sums; a bound that is exactly zero stays zero.
  @inlinable
  public static func + (a: Interval, b: Interval) -> Interval {
    Interval(
      unchecked: sumDown(a.lower, b.lower), sumUp(a.upper, b.upper))
  }

  /// An enclosure of all differences of independent members.
  ///
  /// `x - x` is zero only if `x` is a point: the operands are not known to be
  /// the same number.
  @inlinable
  public static func - (a: Interval, b: Interval) -> Interval {
    a + -b
  }

  /// An enclosure of all products; exactly zero if a factor is.
  @inlinable
  public static func * (a: Interval, b: Interval) -> Interval {
    if a.lower >= 0 {
      return Interval(
        unchecked: productDown(b.lower < 0 ? a.upper : a.lower, b.lower),
        productUp(b.upper < 0 ? a.lower : a.upper, b.upper))
    }
    if a.upper <= 0 {
      return Interval(
        unchecked: productDown(b.upper > 0 ? a.lower : a.upper, b.upper),
        productUp(b.lower > 0 ? a.upper : a.lower, b.lower))
    }
    if b.lower >= 0 {
      return Interval(
        unchecked: productDown(a.lower, b.upper), productUp(a.upper, b.upper))
    }
    if b.upper <= 0 {
      return Interval(
        unchecked: productDown(a.upper, b.lower), productUp(a.lower, b.lower))
    }
    return Interval(
      unchecked: Swift.min(
        productDown(a.lower, b.upper), productDown(a.upper, b.lower)),
      Swift.max(productUp(a.lower, b.lower), productUp(a.upper, b.upper)))
  }

  /// An enclosure of all quotients.
  ///
  /// A zero at the edge of the divisor gives an infinite bound:
  /// `1 / [0, 1]` is `[~1, ∞]`. The result is ``entire`` if zero lies in the
  /// interior of the divisor, if the divisor is the point zero, and if dividend
  /// and divisor both contain zero. A zero dividend gives exactly zero
  /// otherwise.
  @inlinable
  public static func / (a: Interval, b: Interval) -> Interval {
    if b.lower > 0 { return quotient(a, byPositive: b) }
    if b.upper < 0 { return quotient(-a, byPositive: -b) }
    return quotient(a, byEdge: b)
  }

  /// The quotients by a divisor without zero or negative numbers.
  @inlinable
  static func quotient(_ a: Interval, byPositive b: Interval) -> Interval {
    Interval(
      unchecked: quotientDown(a.lower, a.lower < 0 ? b.lower : b.upper),
      quotientUp(a.upper, a.upper < 0 ? b.upper : b.lower))
  }

  /// The quotients by a divisor that contains zero.
  @inlinable
  static func quotient(_ a: Interval, byEdge b: Interval) -> Interval {
    let hasEdge = (b.lower == 0) != (b.upper == 0)
    guard hasEdge, a.lower > 0 || a.upper < 0 else { return .entire }
    let isPositive = (b.lower == 0) == (a.lower > 0)
    let least = quotientDown(a.mignitude, b.magnitude)
    return isPositive
      ? Interval(unchecked: least, .infinity)
      : Interval(unchecked: -.infinity, -least)
  }

  /// Adds in place.
  @inlinable
  public static func += (a: inout Interval, b: Interval) { a = a + b }

  /// Subtracts in place.
  @inlinable
  public static func -= (a: inout Interval, b: Interval) { a = a - b }

  /// Multiplies in place.
  @inlinable
  public static func *= (a: inout Interval, b: Interval) { a = a * b }

  /// Divides in place.
  @inlinable
  public static func /= (a: inout Interval, b: Interval) { a = a / b }

  /// An enclosure of all reciprocals, or nil where nothing is known about them.
  ///
  /// That is, if zero lies in the interior or the interval is the point zero;
  /// `1 / x` is ``entire`` then.
  @inlinable
  public var reciprocal: Interval? {
    let isUnknown = lower <= 0 && upper >= 0 && (lower == 0) == (upper == 0)
    return isUnknown ? nil : 1 / self
  }
}
