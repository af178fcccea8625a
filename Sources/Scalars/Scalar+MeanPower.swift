extension Double {
  /// The integral in closed form, except by quadrature where that would
  /// cancel; to within ``Interval/meanPowerError``.
  public static func meanPower(
    _ x: Double, exponent: Double, moment: Int
  ) -> Double {
    guard moment > 0 else {
      return x == 0 ? 1 : powerIntegral(to: x, exponent: -exponent) / x
    }
    guard abs(x) > quadratureLimit else {
      return GaussLegendre.unit.reduce(0) { sum, point in
        sum + point.weight * pow(point.node, moment)
          * pow(1 + point.node * x, -exponent)
      }
    }
    // (w − 1)ᵐ w^−e, expanded and integrated over 1 ≤ w ≤ 1 + x.
    var (sum, binomial) = (0.0, 1.0)
    for k in 0...moment {
      let power = Double(moment - k) - exponent
      sum += binomial * powerIntegral(to: x, exponent: power)
      binomial *= -Double(moment - k) / Double(k + 1)
    }
    return sum / pow(x, moment + 1)
  }

  /// Up to this argument quadrature is exact to rounding.
  private static var quadratureLimit: Double { 2 }

  /// `∫ wᵖ dw` over `1 ≤ w ≤ 1 + x`.
  private static func powerIntegral(
    to x: Double, exponent: Double
  ) -> Double {
    let logarithm = Double.log(onePlus: x)
    let rate = exponent + 1
    return rate == 0 ? logarithm : expMinusOne(rate * logarithm) / rate
  }
}

extension Interval {
  /// A bound on the relative error of the mean of powers over doubles, for
  /// moments up to 3.
  package static var meanPowerError: Double { 1e-12 }

  /// The values at both ends, since the integral falls in `x`; entire if it
  /// is not defined everywhere.
  public static func meanPower(
    _ x: Interval, exponent: Double, moment: Int
  ) -> Interval {
    guard x.lower > -1, x.upper.isFinite, exponent >= 0 else { return .entire }
    func at(_ end: Double) -> Interval {
      Interval(
        Double.meanPower(end, exponent: exponent, moment: moment),
        relativeError: meanPowerError)
    }
    return Interval(lower: at(x.upper).lower, upper: at(x.lower).upper)
  }
}

extension Jet {
  /// Its derivative is `−e` times the next moment of the next power.
  @inlinable
  public static func meanPower(
    _ x: Jet, exponent: Double, moment: Int
  ) -> Jet {
    let slope = Base.meanPower(
      x.value, exponent: exponent + 1, moment: moment + 1)
    return x.chain(
      .meanPower(x.value, exponent: exponent, moment: moment),
      Base(-exponent) * slope)
  }
}
