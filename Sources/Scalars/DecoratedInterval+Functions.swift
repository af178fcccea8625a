// The elementary functions: the bounds of `Interval`, and the domain of each.

extension DecoratedInterval: ElementaryFunctions {
  /// Defined everywhere.
  @inlinable
  public static func exp(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.exp)
  }

  /// Defined everywhere.
  @inlinable
  public static func expMinusOne(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.expMinusOne)
  }

  /// Defined above 0.
  @inlinable
  public static func log(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map({ .log($0) }, .above(0, x.interval))
  }

  /// Defined above −1.
  @inlinable
  public static func log(onePlus x: DecoratedInterval) -> DecoratedInterval {
    x.map({ .log(onePlus: $0) }, .above(-1, x.interval))
  }

  /// Defined from 0 on.
  @inlinable
  public static func timesLog(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.timesLog, .atLeast(0, x.interval))
  }

  /// Defined from 0 on.
  @inlinable
  public static func sqrt(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.sqrt, .atLeast(0, x.interval))
  }

  /// Odd roots are defined everywhere, even ones from 0 on, those of negative
  /// order not at 0.
  @inlinable
  public static func root(
    _ x: DecoratedInterval, _ n: Int
  ) -> DecoratedInterval {
    let domain: Decoration =
      n == 0
      ? .undefined
      : n % 2 == 0 ? .atLeast(0, x.interval) : .continuous
    let pole: Decoration = n < 0 ? .nonzero(x.interval) : .continuous
    return x.map({ Interval.root($0, n) }, Swift.min(domain, pole))
  }

  /// Defined above −1.
  public static func meanPower(
    _ x: DecoratedInterval, exponent: Double, moment: Int
  ) -> DecoratedInterval {
    x.map(
      { .meanPower($0, exponent: exponent, moment: moment) },
      .above(-1, x.interval))
  }

  /// Negative powers are undefined at 0.
  @inlinable
  public static func pow(
    _ x: DecoratedInterval, _ n: Int
  ) -> DecoratedInterval {
    x.map({ .pow($0, n) }, n < 0 ? .nonzero(x.interval) : .continuous)
  }

  /// Defined from 0 on, negative powers above 0.
  @inlinable
  public static func pow(
    _ x: DecoratedInterval, _ exponent: Double
  ) -> DecoratedInterval {
    guard exponent.isFinite else {
      return DecoratedInterval(.entire, .unknown)
    }
    let domain: Decoration =
      exponent < 0 ? .above(0, x.interval) : .atLeast(0, x.interval)
    return x.map({ .pow($0, exponent) }, domain)
  }

  /// Defined above 0, and at 0 for positive exponents; beyond, where the
  /// exponent is no integer, undefined.
  @inlinable
  public static func pow(
    _ x: DecoratedInterval, _ y: DecoratedInterval
  ) -> DecoratedInterval {
    let domain: Decoration =
      y.interval.lower > 0 ? .atLeast(0, x.interval) : .above(0, x.interval)
    return x.combined(y, domain < .continuous ? undecided(x, y) : domain) {
      .pow($0, $1)
    }
  }

  /// What is known of a power outside its domain.
  @inlinable
  static func undecided(
    _ x: DecoratedInterval, _ y: DecoratedInterval
  ) -> Decoration {
    let power = y.interval
    if x.interval == .zero && power.upper <= 0 { return .undefined }
    let isFraction =
      power.isPoint && power.lower.rounded(.down) != power.lower
    return x.interval.upper < 0 && isFraction ? .undefined : .unknown
  }

  /// Defined everywhere.
  @inlinable
  public static func sin(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.sin)
  }

  /// Defined everywhere.
  @inlinable
  public static func cos(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.cos)
  }

  /// Defined between poles.
  @inlinable
  public static func tan(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.tan)
  }

  /// Defined from −1 to 1.
  @inlinable
  public static func asin(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.asin, .within(Interval(-1...1), x.interval))
  }

  /// Defined from −1 to 1.
  @inlinable
  public static func acos(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.acos, .within(Interval(-1...1), x.interval))
  }

  /// Defined everywhere.
  @inlinable
  public static func atan(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.atan)
  }

  /// Defined everywhere.
  @inlinable
  public static func sinh(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.sinh)
  }

  /// Defined everywhere.
  @inlinable
  public static func cosh(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.cosh)
  }

  /// Defined everywhere.
  @inlinable
  public static func tanh(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.tanh)
  }

  /// Defined everywhere.
  @inlinable
  public static func asinh(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.asinh)
  }

  /// Defined from 1 on.
  @inlinable
  public static func acosh(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(Interval.acosh, .atLeast(1, x.interval))
  }

  /// Defined between −1 and 1.
  @inlinable
  public static func atanh(_ x: DecoratedInterval) -> DecoratedInterval {
    x.map(
      Interval.atanh,
      Swift.min(.above(-1, x.interval), .above(-1, -x.interval)))
  }
}
