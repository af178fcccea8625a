extension Interval {
  /// The smallest interval of doubles around `π`.
  @inlinable
  public static var pi: Interval {
    Interval(unchecked: 0x1.921fb54442d18p1, 0x1.921fb54442d19p1)
  }

  /// An enclosure of all sines; within [−1, 1].
  ///
  /// For arguments beyond 2⁴⁸ the result is [−1, 1].
  @inlinable
  public static func sin(_ x: Interval) -> Interval {
    wave(x, turns: x / pi - 0.5, Double.sin)
  }

  /// An enclosure of all cosines; within [−1, 1].
  ///
  /// For arguments beyond 2⁴⁸ the result is [−1, 1].
  @inlinable
  public static func cos(_ x: Interval) -> Interval {
    wave(x, turns: x / pi, Double.cos)
  }

  /// A function between its extrema 1 (`turns` even) and −1 (odd).
  ///
  /// An extremum that cannot be excluded is taken to be attained.
  @inlinable
  static func wave(
    _ x: Interval, turns: Interval, _ function: (Double) -> Double
  ) -> Interval {
    let first = turns.lower.rounded(.up)
    let last = turns.upper.rounded(.down)
    guard x.magnitude < 0x1p48, last <= first else {
      return Interval(unchecked: -1, 1)
    }
    let a = function(x.lower)
    let b = function(x.upper)
    let ends = widened(Swift.min(a, b), Swift.max(a, b), by: accurate)
      .clamped(-1, 1)
    if last < first { return ends }
    let extremum = first.truncatingRemainder(dividingBy: 2) == 0 ? 1.0 : -1.0
    return ends.hull(Interval(unchecked: extremum, extremum))
  }

  /// An enclosure of all tangents.
  ///
  /// The result is ``entire`` if a pole cannot be excluded, which includes all
  /// arguments beyond 2⁴⁸.
  @inlinable
  public static func tan(_ x: Interval) -> Interval {
    let turns = x / pi - 0.5
    guard x.magnitude < 0x1p48,
      turns.upper.rounded(.down) < turns.lower.rounded(.up)
    else { return .entire }
    return widened(Double.tan(x.lower), Double.tan(x.upper), by: accurate)
  }

  /// An enclosure of all inverse sines; within [−π/2, π/2].
  ///
  /// If the interval reaches beyond [−1, 1] the result is ``entire``.
  @inlinable
  public static func asin(_ x: Interval) -> Interval {
    guard x.lower >= -1, x.upper <= 1 else { return .entire }
    return widened(Double.asin(x.lower), Double.asin(x.upper), by: accurate)
      .clamped(-pi.upper / 2, pi.upper / 2)
  }

  /// An enclosure of all inverse cosines; within [0, π].
  ///
  /// If the interval reaches beyond [−1, 1] the result is ``entire``.
  @inlinable
  public static func acos(_ x: Interval) -> Interval {
    guard x.lower >= -1, x.upper <= 1 else { return .entire }
    return widened(Double.acos(x.upper), Double.acos(x.lower), by: accurate)
      .clamped(0, pi.upper)
  }

  /// An enclosure of all inverse tangents; within [−π/2, π/2].
  @inlinable
  public static func atan(_ x: Interval) -> Interval {
    widened(Double.atan(x.lower), Double.atan(x.upper), by: accurate)
      .clamped(-pi.upper / 2, pi.upper / 2)
  }
}
