extension Interval {
  /// An enclosure of all square roots; never below zero.
  ///
  /// If the interval contains negative numbers the result is ``entire``.
  @inlinable
  public static func sqrt(_ x: Interval) -> Interval {
    guard x.lower >= 0 else { return .entire }
    return Interval(
      outward: up(SIMD2(-x.lower.squareRoot(), x.upper.squareRoot())))
  }

  /// An enclosure of all `n`-th roots.
  ///
  /// Odd roots of negative numbers are negative. If `n` is even and the
  /// interval contains negative numbers, or `n` is zero, the result is
  /// ``entire``; for negative `n` it is the reciprocal of the root. Beyond the
  /// cube root the relative width grows by `4 |log x| / n` units in the last
  /// place.
  @inlinable
  public static func root(_ x: Interval, _ n: Int) -> Interval {
    switch n {
    case 0: .entire
    case 1: x
    case 2: sqrt(x)
    case 3:
      widened(Double.root(x.lower, 3), Double.root(x.upper, 3), by: cubic)
    case ..<0: 1 / root(x, positive: n.magnitude)
    default: root(x, positive: n.magnitude)
    }
  }

  /// An enclosure of all `n`-th roots for positive `n` by real powers.
  @inlinable
  static func root(_ x: Interval, positive n: UInt) -> Interval {
    let exponent = 1 / enclosing(n)
    return n % 2 == 0 ? pow(x, exponent) : odd(x) { pow($0, exponent) }
  }

  /// An enclosure of all `n`-th powers.
  ///
  /// Even powers are sharp at zero: `pow([-1, 2], 2)` is `[0, ~4]`. The power
  /// zero is 1, also of zero. Negative odd powers are ``entire`` where
  /// reciprocals are: with zero in the interior, or of the point zero.
  @inlinable
  public static func pow(_ x: Interval, _ n: Int) -> Interval {
    switch n {
    case -1: return 1 / x
    case 0: return 1
    case 1: return x
    case 2: return square(x)
    case 3: return odd(x) { $0 * square($0) }
    case 4: return square(square(x))
    default:
      let size = enclosing(n.magnitude)
      let exponent = n < 0 ? -size : size
      if n % 2 == 0 {
        return pow(Interval(unchecked: x.mignitude, x.magnitude), exponent)
      }
      if n < 0 && x.reciprocal == nil { return .entire }
      return odd(x) { pow($0, exponent) }
    }
  }

  /// An enclosure of all squares, sharp at zero.
  @inlinable
  static func square(_ x: Interval) -> Interval {
    let (low, high) = (x.mignitude, x.magnitude)
    return Interval(
      outward: productsUp(SIMD2(-low, high), SIMD2(low, high)))
  }

  /// An enclosure of `x` raised to a constant real power, `x ≥ 0`.
  ///
  /// Sharp at zero: a positive power of zero is zero, a negative one `∞`; the
  /// power zero is 1. If the interval contains negative numbers the result is
  /// ``entire``, for every exponent, and so it is if the exponent is not finite.
  @inlinable
  public static func pow(_ x: Interval, _ exponent: Double) -> Interval {
    guard exponent.isFinite, x.lower >= 0 else { return .entire }
    switch exponent {
    case 0: return 1
    case 0.5: return sqrt(x)
    case 1: return x
    case 2: return square(x)
    case -1 where x.upper > 0: return 1 / x
    default:
      let a = power(x.lower, exponent)
      let b = power(x.upper, exponent)
      return exponent > 0
        ? Interval(unchecked: a.lower, b.upper)
        : Interval(unchecked: b.lower, a.upper)
    }
  }

  /// An enclosure of all `x` to the power `y`, `x ≥ 0`.
  ///
  /// `x^y` is monotone in each argument, so the bounds lie at the corners.
  /// Sharp at zero as for constant exponents; `0⁰` is 1. If the interval `x`
  /// contains negative numbers the result is ``entire``.
  @inlinable
  public static func pow(_ x: Interval, _ y: Interval) -> Interval {
    if y.isPoint { return pow(x, y.lower) }
    guard x.lower >= 0 else { return .entire }
    return power(x.lower, y.lower).hull(power(x.upper, y.upper))
      .hull(power(x.lower, y.upper).hull(power(x.upper, y.lower)))
  }

  /// An enclosure of one power, `x ≥ 0`; exact where `x` or the exponent is
  /// zero or infinite.
  @inlinable
  static func power(_ x: Double, _ exponent: Double) -> Interval {
    if exponent == 0 { return 1 }
    // The magnitude, since an odd negative power of −0 would be −∞.
    let value = Double.pow(x.magnitude, exponent)
    if x == 0 || x.isInfinite || exponent.isInfinite {
      return Interval(value)
    }
    return widened(value, Swift.max(value, least), by: accurate)
  }

  /// The extension of an odd function from the non-negative numbers to
  /// intervals on one side of zero and, if it increases from zero, to all.
  @inlinable
  static func odd(
    _ x: Interval, _ function: (Interval) -> Interval
  ) -> Interval {
    if x.lower >= 0 { return function(x) }
    if x.upper <= 0 { return -function(-x) }
    return Interval(
      unchecked: -function(Interval(unchecked: 0, -x.lower)).upper,
      function(Interval(unchecked: 0, x.upper)).upper)
  }

  /// The smallest interval around a natural number.
  @inlinable
  static func enclosing(_ n: UInt) -> Interval {
    let value = Double(n)
    if let back = UInt(exactly: value), back == n { return Interval(value) }
    return Interval(unchecked: value.nextDown, value.nextUp)
  }
}
