extension Jet: ExpressibleByFloatLiteral {
  /// The constant written as a decimal literal.
  @inlinable
  public init(floatLiteral value: Base.FloatLiteralType) {
    self.init(constant: Base(floatLiteral: value))
  }
}

extension Jet: Scalar {
  /// The constant of the given value.
  @inlinable
  public init(_ value: Double) { self.init(constant: Base(value)) }

  /// The constant for a number that is known to within a relative error.
  @inlinable
  public init(_ value: Double, relativeError: Double) {
    self.init(constant: Base(value, relativeError: relativeError))
  }

  /// Removes value from value and slope from slope.
  @inlinable
  public func removing(_ term: Jet) -> Jet {
    var result = Jet(constant: value.removing(term.value))
    for k in 0..<directions {
      result.slopes[k] = slopes[k].removing(term.slopes[k])
    }
    return result
  }

  /// The larger of two jets, with the derivative `(a′ + b′)/2 ± (a′ − b′)/2`.
  ///
  /// The step function comes from ``Scalar/share(of:above:)``: 1 where `a` is
  /// the larger, 0 where `b` is, ½ at a tie, [0, 1] for intervals that overlap.
  @inlinable
  public static func max(_ a: Jet, _ b: Jet) -> Jet {
    let share = Base.share(of: a.value, above: b.value)
    return chain(.max(a.value, b.value), a, share, b, 1 - share)
  }

  /// The smaller of two jets; see ``max(_:_:)``.
  @inlinable
  public static func min(_ a: Jet, _ b: Jet) -> Jet {
    let share = Base.share(of: b.value, above: a.value)
    return chain(.min(a.value, b.value), a, share, b, 1 - share)
  }

  /// The share of the values, and its slope (see ``Scalar``).
  @inlinable
  public static func share(of a: Jet, above b: Jet) -> Jet {
    let slope = Base.shareSlope(of: a.value, above: b.value)
    return chain(Base.share(of: a.value, above: b.value), a, slope, b, -slope)
  }

  /// The slope of the share at the values, a constant.
  @inlinable
  public static func shareSlope(of a: Jet, above b: Jet) -> Jet {
    Jet(constant: Base.shareSlope(of: a.value, above: b.value))
  }

  /// `x` raised to a constant power; its derivative is `p xᵖ⁻¹`, and 0 for
  /// `p = 0`.
  @inlinable
  public static func pow(_ x: Jet, _ exponent: Double) -> Jet {
    guard exponent != 0 else { return 1 }
    // Its derivative would be the power 0 of what may be 0.
    guard exponent != 1 else { return x }
    return x.chain(
      .pow(x.value, exponent), Base(exponent) * Base.pow(x.value, exponent - 1))
  }

  /// Its derivative is `1 + log x`.
  @inlinable
  public static func timesLog(_ x: Jet) -> Jet {
    x.chain(.timesLog(x.value), 1 + Base.log(x.value))
  }
}
