extension Interval {
  /// The distance of the bounds, rounded up; infinite if unbounded.
  @inlinable
  public var width: Double { Interval.sumUp(upper, -lower) }

  /// A finite member near the middle.
  ///
  /// The middle of a bounded interval to within rounding; infinite bounds count
  /// as the largest finite doubles.
  @inlinable
  public var midpoint: Double {
    let low = Swift.max(lower, -.greatestFiniteMagnitude)
    let high = Swift.min(upper, .greatestFiniteMagnitude)
    return Swift.min(Swift.max(low / 2 + high / 2, low), high)
  }

  /// The least radius found with which `midpoint ± radius` covers the interval.
  @inlinable
  public var radius: Double {
    let middle = midpoint
    return Swift.max(
      Interval.sumUp(upper, -middle), Interval.sumUp(middle, -lower))
  }

  /// The largest absolute value of a member.
  @inlinable
  public var magnitude: Double { Swift.max(-lower, upper, 0) }

  /// The smallest absolute value of a member.
  @inlinable
  public var mignitude: Double { Swift.max(lower, -upper, 0) }

  /// Whether the interval is a single number.
  @inlinable
  public var isPoint: Bool { lower == upper }

  /// Whether both bounds are finite.
  @inlinable
  public var isBounded: Bool { lower > -.infinity && upper < .infinity }

  /// Whether every member is certainly greater than zero.
  @inlinable
  public var isPositive: Bool { lower > 0 }

  /// Whether every member is certainly less than zero.
  @inlinable
  public var isNegative: Bool { upper < 0 }

  /// Whether no member is negative.
  @inlinable
  public var isNonnegative: Bool { lower >= 0 }

  /// Whether no member is positive.
  @inlinable
  public var isNonpositive: Bool { upper <= 0 }

  /// Whether the number is a member; infinities never are.
  @inlinable
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper && value.isFinite
  }

  /// Whether every member of the other interval is a member of this one.
  @inlinable
  public func contains(_ other: Interval) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the bounds lie strictly between those of the other interval.
  ///
  /// An infinite bound lies strictly within none.
  @inlinable
  public func isInterior(to other: Interval) -> Bool {
    other.lower < lower && upper < other.upper
  }

  /// Whether the two intervals share a number.
  @inlinable
  public func overlaps(_ other: Interval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// The numbers in both intervals, or nil if there are none.
  @inlinable
  public func intersection(_ other: Interval) -> Interval? {
    guard overlaps(other) else { return nil }
    return Interval(
      unchecked: Swift.max(lower, other.lower), Swift.min(upper, other.upper))
  }

  /// The smallest interval that contains both.
  @inlinable
  public func hull(_ other: Interval) -> Interval {
    Interval(
      unchecked: Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }
}

extension Interval {
  /// The set of `max(a, b)` over all members; exact.
  @inlinable
  public static func max(_ a: Interval, _ b: Interval) -> Interval {
    Interval(
      unchecked: Swift.max(a.lower, b.lower), Swift.max(a.upper, b.upper))
  }

  /// The set of `min(a, b)` over all members; exact.
  @inlinable
  public static func min(_ a: Interval, _ b: Interval) -> Interval {
    Interval(
      unchecked: Swift.min(a.lower, b.lower), Swift.min(a.upper, b.upper))
  }

  /// The set of shares over all members: 1 where `a > b`, 0 where `a < b`, ½ at
  /// a tie; exact, and the hull of these where the intervals overlap.
  @inlinable
  public static func share(of a: Interval, above b: Interval) -> Interval {
    Interval(
      unchecked: Double.share(of: a.lower, above: b.upper),
      Double.share(of: a.upper, above: b.lower))
  }

  /// Zero where the intervals do not overlap, ``entire`` where they do: the
  /// share may jump there.
  @inlinable
  public static func shareSlope(of a: Interval, above b: Interval) -> Interval {
    a.overlaps(b) ? .entire : .zero
  }
}
