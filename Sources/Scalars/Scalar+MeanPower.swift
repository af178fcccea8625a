extension Double {
  /// The integral in closed form, except by quadrature where that would
  /// cancel; to within `Interval/meanPowerError` of the sizes it is made of.
  public static func meanPower(
    _ x: Double, exponent: Double, moment: Int
  ) -> Double {
    meanPowerParts(x, exponent: exponent, moment: moment).value
  }

  /// The integral with the size of the numbers that are added up to it, which
  /// measures what rounding can do.
  static func meanPowerParts(
    _ x: Double, exponent: Double, moment: Int
  ) -> (value: Double, size: Double) {
    guard moment > 0 else {
      let value = x == 0 ? 1 : powerIntegral(to: x, exponent: -exponent) / x
      return (value, value)
    }
    guard abs(x) > quadratureLimit else {
      return GaussLegendre.unit.reduce((0, 0)) { sums, point in
        let power = point.weight * pow(1 + point.node * x, -exponent)
        return (sums.0 + power * pow(point.node, moment), sums.1 + power)
      }
    }
    // (w − 1)ᵐ w^−e, expanded and integrated over 1 ≤ w ≤ 1 + x.
    var (sum, size, binomial) = (0.0, 0.0, 1.0)
    for k in 0...moment {
      let power = Double(moment - k) - exponent
      let term = binomial * powerIntegral(to: x, exponent: power)
      sum += term
      size += abs(term)
      binomial *= -Double(moment - k) / Double(k + 1)
    }
    let scale = pow(x, moment + 1)
    return (sum / scale, size / abs(scale))
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
  /// A bound on the error of the mean of powers over doubles, relative to the
  /// sizes that it is made of, for moments up to 3.
  package static var meanPowerError: Double { 1e-12 }
  /// Nearer to the pole at −1, and for greater exponents, quadrature errs more.
  private static var leastArgument: Double { -0.8 }
  private static var greatestExponent: Double { 12 }

  /// The values at both ends, since the integral falls in `x`; entire where
  /// they are not known well.
  public static func meanPower(
    _ x: Interval, exponent: Double, moment: Int
  ) -> Interval {
    guard x.lower >= leastArgument, x.upper.isFinite,
      (0...greatestExponent).contains(exponent)
    else { return .entire }
    func at(_ end: Double) -> Interval {
      let (value, size) = Double.meanPowerParts(
        end, exponent: exponent, moment: moment)
      let error = (Interval(meanPowerError) * Interval(size)).upper
      return Interval(value) + Interval(lower: -error, upper: error)
    }
    let (low, high) = (at(x.upper).lower, at(x.lower).upper)
    return low <= high ? Interval(lower: low, upper: high) : .entire
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
