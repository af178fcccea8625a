/// Exponentials and logarithms; see `Interval+Powers.swift`,
/// `Interval+Hyperbolic.swift` and `Interval+Trigonometry.swift` for the rest.
extension Interval: ElementaryFunctions {
  /// An enclosure of `e` raised to all members; never below zero.
  @inlinable
  public static func exp(_ x: Interval) -> Interval {
    widened(
      Double.exp(x.lower), Swift.max(Double.exp(x.upper), least), by: accurate)
  }

  /// An enclosure of `exp(x) − 1`, accurate near zero; never below −1.
  @inlinable
  public static func expMinusOne(_ x: Interval) -> Interval {
    widened(
      Double.expMinusOne(x.lower), Double.expMinusOne(x.upper), by: accurate
    ).clamped(-1, .infinity)
  }

  /// An enclosure of all natural logarithms.
  ///
  /// The edge is sharp: `log([0, 1])` is `[-∞, 0]`. If the interval contains
  /// negative numbers the result is ``entire``.
  @inlinable
  public static func log(_ x: Interval) -> Interval {
    guard x.lower >= 0 else { return .entire }
    return widened(Double.log(x.lower), Double.log(x.upper), by: accurate)
  }

  /// An enclosure of `log(1 + x)`, accurate near zero.
  ///
  /// The edge −1 is sharp: the bound there is `-∞`. If the interval contains
  /// numbers below −1 the result is ``entire``.
  @inlinable
  public static func log(onePlus x: Interval) -> Interval {
    guard x.lower >= -1 else { return .entire }
    return widened(
      Double.log(onePlus: x.lower), Double.log(onePlus: x.upper), by: accurate)
  }

  /// An enclosure of all `x log x`: it falls up to `1/e` and rises from there.
  ///
  /// If the interval contains negative numbers the result is ``entire``.
  @inlinable
  public static func timesLog(_ x: Interval) -> Interval {
    guard x.lower >= 0 else { return .entire }
    let ends = timesLog(at: x.lower).hull(timesLog(at: x.upper))
    let turn = exp(-1)
    guard x.overlaps(turn) else { return ends }
    return Interval(
      unchecked: Swift.min(ends.lower, -turn.upper), ends.upper)
  }

  /// An enclosure of `x log x` for one number `x ≥ 0`.
  @inlinable
  static func timesLog(at x: Double) -> Interval {
    if x == 0 { return .zero }
    if x.isInfinite { return Interval(x) }
    return Interval(x) * log(Interval(x))
  }
}
