/// An interval that knows whether the function it encloses is defined and
/// continuous on the whole box.
///
/// The bounds are those of ``Interval``. A payoff over decorated intervals says
/// whether a proof about the box may use it at all: the fundamental theorem of
/// interval arithmetic is silent about points where an operation is undefined,
/// and an existence proof needs continuity beside bounds.
///
/// ```swift
/// let x = DecoratedInterval(Interval(0...1))
/// DecoratedInterval.log(x).decoration      // unknown: log(0) is undefined
/// DecoratedInterval.log(x + 1).decoration  // continuous
/// ```
///
/// The *edge* of a domain counts: a logarithm at 0, a quotient with a divisor
/// that may be 0 are not called continuous, though their bounds are sharp. Nor
/// is anything unbounded, since no double holds it.
///
/// Reference: IEEE Standard 1788-2015 for Interval Arithmetic, clause 8.
@usableFromInline package struct DecoratedInterval: Hashable, Sendable {
  /// The bounds.
  public let interval: Interval
  /// What is known of the function.
  public let decoration: Decoration

  /// A variable of the given range, or an enclosed constant.
  @inlinable
  public init(_ interval: Interval) {
    self.init(interval, .continuous)
  }

  /// Bounds with what is known of the function, which is not continuous where
  /// the bounds are infinite.
  @inlinable
  init(_ interval: Interval, _ decoration: Decoration) {
    self.interval = interval
    self.decoration =
      interval.isBounded ? decoration : Swift.min(decoration, .unknown)
  }

  /// The result of an operation that is continuous everywhere.
  @inlinable
  func map(
    _ operation: (Interval) -> Interval, _ own: Decoration = .continuous
  ) -> DecoratedInterval {
    DecoratedInterval(operation(interval), Swift.min(decoration, own))
  }

  /// The result of an operation on two operands.
  @inlinable
  func combined(
    _ other: DecoratedInterval, _ own: Decoration = .continuous,
    _ operation: (Interval, Interval) -> Interval
  ) -> DecoratedInterval {
    DecoratedInterval(
      operation(interval, other.interval),
      Swift.min(decoration, other.decoration, own))
  }
}

extension DecoratedInterval: Scalar {
  /// The constant; one that is not a number is undefined.
  @inlinable
  public init(_ value: Double) {
    self =
      value.isNaN
      ? DecoratedInterval(.entire, .undefined)
      : DecoratedInterval(Interval(value))
  }

  /// The constant, covering the error.
  @inlinable
  public init(_ value: Double, relativeError: Double) {
    self =
      value.isNaN
      ? DecoratedInterval(value)
      : DecoratedInterval(Interval(value, relativeError: relativeError))
  }

  /// What is left of a sum; see ``Scalar``.
  @inlinable
  public func removing(_ term: DecoratedInterval) -> DecoratedInterval {
    combined(term) { $0.removing($1) }
  }

  /// The larger of two.
  @inlinable
  public static func max(
    _ a: DecoratedInterval, _ b: DecoratedInterval
  ) -> DecoratedInterval {
    a.combined(b) { .max($0, $1) }
  }

  /// The smaller of two.
  @inlinable
  public static func min(
    _ a: DecoratedInterval, _ b: DecoratedInterval
  ) -> DecoratedInterval {
    a.combined(b) { .min($0, $1) }
  }

  /// The share, a step: continuous where the intervals do not overlap.
  @inlinable
  public static func share(
    of a: DecoratedInterval, above b: DecoratedInterval
  ) -> DecoratedInterval {
    let own = Decoration(
      covers: !a.interval.overlaps(b.interval), misses: false)
    return a.combined(b, own) { Interval.share(of: $0, above: $1) }
  }

  /// The slope of the share.
  @inlinable
  public static func shareSlope(
    of a: DecoratedInterval, above b: DecoratedInterval
  ) -> DecoratedInterval {
    let own = Decoration(
      covers: !a.interval.overlaps(b.interval), misses: false)
    return a.combined(b, own) { Interval.shareSlope(of: $0, above: $1) }
  }
}

extension DecoratedInterval {
  /// The point zero.
  @inlinable
  public static var zero: DecoratedInterval { DecoratedInterval(.zero) }

  /// The negatives.
  @inlinable
  public static prefix func - (x: DecoratedInterval) -> DecoratedInterval {
    x.map { -$0 }
  }

  /// Replaces the interval by its negative.
  @inlinable
  public mutating func negate() { self = -self }

  /// The sums.
  @inlinable
  public static func + (
    a: DecoratedInterval, b: DecoratedInterval
  ) -> DecoratedInterval {
    a.combined(b) { $0 + $1 }
  }

  /// The differences.
  @inlinable
  public static func - (
    a: DecoratedInterval, b: DecoratedInterval
  ) -> DecoratedInterval {
    a.combined(b) { $0 - $1 }
  }

  /// The products.
  @inlinable
  public static func * (
    a: DecoratedInterval, b: DecoratedInterval
  ) -> DecoratedInterval {
    a.combined(b) { $0 * $1 }
  }

  /// The quotients; defined where the divisor is not zero.
  @inlinable
  public static func / (
    a: DecoratedInterval, b: DecoratedInterval
  ) -> DecoratedInterval {
    a.combined(b, .nonzero(b.interval)) { $0 / $1 }
  }

  /// Adds in place.
  @inlinable
  public static func += (a: inout DecoratedInterval, b: DecoratedInterval) {
    a = a + b
  }

  /// Subtracts in place.
  @inlinable
  public static func -= (a: inout DecoratedInterval, b: DecoratedInterval) {
    a = a - b
  }

  /// Multiplies in place.
  @inlinable
  public static func *= (a: inout DecoratedInterval, b: DecoratedInterval) {
    a = a * b
  }

  /// Divides in place.
  @inlinable
  public static func /= (a: inout DecoratedInterval, b: DecoratedInterval) {
    a = a / b
  }

  /// The reciprocals, or nil where nothing is known about them.
  @inlinable
  public var reciprocal: DecoratedInterval? {
    interval.reciprocal == nil ? nil : 1 / self
  }

  /// The largest absolute value of a member.
  @inlinable
  public var magnitude: Double { interval.magnitude }

  /// The point of a floating-point literal.
  @inlinable
  public init(floatLiteral value: Double) { self.init(value) }

  /// The point of an integer literal.
  @inlinable
  public init(integerLiteral value: Double) { self.init(value) }

  /// The point of an integer, or nil if no double equals it.
  @inlinable
  public init?(exactly source: some BinaryInteger) {
    guard let value = Interval(exactly: source) else { return nil }
    self.init(value)
  }
}

extension Decoration {
  /// The domain of a reciprocal.
  @inlinable
  static func nonzero(_ x: Interval) -> Decoration {
    Decoration(covers: !x.contains(Double.zero), misses: x == .zero)
  }

  /// The domain `x ≥ bound` of a square root.
  @inlinable
  static func atLeast(_ bound: Double, _ x: Interval) -> Decoration {
    Decoration(covers: x.lower >= bound, misses: x.upper < bound)
  }

  /// The domain `x > bound` of a logarithm.
  @inlinable
  static func above(_ bound: Double, _ x: Interval) -> Decoration {
    Decoration(covers: x.lower > bound, misses: x.upper <= bound)
  }

  /// The domain `−1 ≤ x ≤ 1` of an inverse sine.
  @inlinable
  static func within(_ unit: Interval, _ x: Interval) -> Decoration {
    Decoration(covers: unit.contains(x), misses: !unit.overlaps(x))
  }
}
