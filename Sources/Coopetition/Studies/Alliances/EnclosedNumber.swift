import Games

/// A number with an interval that is known to hold the exact one.
struct EnclosedNumber: Sendable {
  var value: Double
  var exact: Interval

  /// A number that is exact.
  init(_ value: Double) {
    self.init(value, within: Interval(value))
  }

  /// A number within an interval.
  init(_ value: Double, within exact: Interval) {
    self.value = value
    self.exact = exact
  }

  static var zero: EnclosedNumber { EnclosedNumber(0) }

  static func + (a: Self, b: Self) -> Self {
    Self(a.value + b.value, within: a.exact + b.exact)
  }

  static func - (a: Self, b: Self) -> Self {
    Self(a.value - b.value, within: a.exact - b.exact)
  }

  static func * (a: Self, b: Self) -> Self {
    Self(a.value * b.value, within: a.exact * b.exact)
  }

  static func / (a: Self, b: Self) -> Self {
    Self(a.value / b.value, within: a.exact / b.exact)
  }

  /// What is known of `a ≥ b`.
  static func compare(_ a: Self, _ b: Self) -> Comparison {
    Comparison(a.value, b.value, exact: (a.exact, b.exact))
  }
}

extension Sequence<EnclosedNumber> {
  /// The sum, in order.
  var sum: EnclosedNumber { reduce(.zero, +) }
}
