extension Interval {
  /// The point zero.
  @inlinable
  public static var zero: Interval { Interval(unchecked: 0, 0) }

  /// The set of negatives; exact.
  @inlinable @inline(__always)
  public static prefix func - (x: Interval) -> Interval {
    Interval(outward: SIMD2(x.outward.y, x.outward.x))
  }

  /// Replaces the interval by its negative.
  @inlinable
  public mutating func negate() {
    self = -self
  }

  /// An enclosure of all sums; a bound that is exactly zero stays zero.
  @inlinable @inline(__always)
  public static func + (a: Interval, b: Interval) -> Interval {
    Interval(outward: up(a.outward + b.outward))
  }

  /// An enclosure of all differences of independent members.
  ///
  /// `x - x` is zero only if `x` is a point: the operands are not known to be
  /// the same number.
  @inlinable @inline(__always)
  public static func - (a: Interval, b: Interval) -> Interval {
    a + -b
  }

  /// An enclosure of all products; exactly zero if a factor is.
  @inlinable
  public static func * (a: Interval, b: Interval) -> Interval {
    let x = a.outward
    let swapped = SIMD2(x.y, x.x)
    let (low, high) = (SIMD2(repeating: b.outward.x), SIMD2(repeating: b.upper))
    // The four corners in each lane, the lower bound being negated. An infinite
    // bound makes one of them infinite, or not a number beside a zero.
    let products = larger(
      larger(x * high, -x * low), larger(swapped * low, -swapped * high))
    let sizes = larger(products, -products)
    if areNormalAndFinite(sizes) {
      return Interval(outward: products + sizes * step)
    }
    if all(x .== 0) || all(b.outward .== 0) { return .zero }
    return areModerate(x, b.outward)
      ? Interval(outward: up(products)) : product(a, b)
  }

  /// The products, case by case of the signs; where bounds may underflow or are
  /// infinite.
  @usableFromInline
  static func product(_ a: Interval, _ b: Interval) -> Interval {
    let x = SIMD2(productUp(-a.lower, b.lower), productUp(a.upper, b.upper))
    let y = SIMD2(productUp(-a.lower, b.upper), productUp(a.upper, b.lower))
    let z = SIMD2(productUp(-a.upper, b.lower), productUp(a.lower, b.upper))
    let w = SIMD2(productUp(-a.upper, b.upper), productUp(a.lower, b.lower))
    return Interval(outward: larger(larger(x, y), larger(z, w)))
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
    let near = SIMD2(repeating: b.upper)
      .replacing(with: b.lower, where: a.outward .> 0)
    return Interval(outward: quotientsUp(a.outward, near))
  }

  /// The quotients by a divisor that contains zero.
  @usableFromInline
  static func quotient(_ a: Interval, byEdge b: Interval) -> Interval {
    let hasEdge = (b.lower == 0) != (b.upper == 0)
    guard hasEdge, a.lower > 0 || a.upper < 0 else { return .entire }
    let least = quotientUp(-a.mignitude, b.magnitude)
    let result = Interval(outward: SIMD2(least, .infinity))
    return (b.lower == 0) == (a.lower > 0) ? result : -result
  }

  /// Adds in place.
  @inlinable @inline(__always)
  public static func += (a: inout Interval, b: Interval) { a = a + b }

  /// Subtracts in place.
  @inlinable @inline(__always)
  public static func -= (a: inout Interval, b: Interval) { a = a - b }

  /// Multiplies in place.
  @inlinable @inline(__always)
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
