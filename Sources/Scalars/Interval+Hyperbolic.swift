extension Interval {
  /// An enclosure of all hyperbolic sines.
  @inlinable
  public static func sinh(_ x: Interval) -> Interval {
    widened(Double.sinh(x.lower), Double.sinh(x.upper), by: hyperbolic)
  }

  /// An enclosure of all hyperbolic cosines; never below 1.
  @inlinable
  public static func cosh(_ x: Interval) -> Interval {
    widened(
      Double.cosh(x.mignitude), Double.cosh(x.magnitude), by: hyperbolic
    ).clamped(1, .infinity)
  }

  /// An enclosure of all hyperbolic tangents; within [−1, 1].
  @inlinable
  public static func tanh(_ x: Interval) -> Interval {
    widened(
      Double.tanh(x.lower), Double.tanh(x.upper), by: hyperbolic
    ).clamped(-1, 1)
  }

  /// An enclosure of all inverse hyperbolic sines.
  @inlinable
  public static func asinh(_ x: Interval) -> Interval {
    widened(Double.asinh(x.lower), Double.asinh(x.upper), by: hyperbolic)
  }

  /// An enclosure of all inverse hyperbolic cosines; never below zero.
  ///
  /// If the interval contains numbers below 1 the result is ``entire``.
  @inlinable
  public static func acosh(_ x: Interval) -> Interval {
    guard x.lower >= 1 else { return .entire }
    return widened(Double.acosh(x.lower), Double.acosh(x.upper), by: hyperbolic)
  }

  /// An enclosure of all inverse hyperbolic tangents.
  ///
  /// The edges are sharp: the bound at 1 is `∞`, at −1 `-∞`. If the interval
  /// contains numbers beyond, the result is ``entire``.
  @inlinable
  public static func atanh(_ x: Interval) -> Interval {
    guard x.lower >= -1, x.upper <= 1 else { return .entire }
    return widened(Double.atanh(x.lower), Double.atanh(x.upper), by: hyperbolic)
  }
}
