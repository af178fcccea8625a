import RealModule

/// Two standard normal numbers with a correlation.
enum BivariateNormal {
  /// P(X > h, Y > k).
  ///
  /// The derivative in the correlation, a bivariate density, is integrated
  /// from independence to the correlation, by its arcsine; from a correlation
  /// of one where that is nearer. Absolute error about 1e-14.
  ///
  /// Reference: Genz, Numerical computation of rectangular bivariate and
  /// trivariate normal and t probabilities, Statistics and Computing 14, 2004.
  static func probability(
    above h: Double, and k: Double, correlation: Double
  ) -> Double {
    precondition(abs(correlation) <= 1, "a correlation lies in [-1, 1]")
    if h == .infinity || k == .infinity { return 0 }
    if h == -.infinity { return NormalDistribution.probability(atMost: -k) }
    if k == -.infinity { return NormalDistribution.probability(atMost: -h) }
    let value =
      abs(correlation) < strong
      ? nearIndependence(h, k, correlation)
      : nearDependence(h, k, correlation)
    return min(max(value, 0), 1)
  }

  /// Beyond this exponent a term counts as 0.
  private static let negligible = 100.0

  /// From this correlation on the second way is taken.
  private static let strong = 0.925

  private static func nearIndependence(
    _ h: Double, _ k: Double, _ correlation: Double
  ) -> Double {
    let (square, product) = ((h * h + k * k) / 2, h * k)
    let integral = GaussLegendre.twenty.integral(
      from: 0, to: Double.asin(correlation)
    ) { angle in
      let sine = Double.sin(angle)
      return Double.exp((sine * product - square) / (1 - sine * sine))
    }
    return integral / (2 * Double.pi)
      + NormalDistribution.probability(atMost: -h)
      * NormalDistribution.probability(atMost: -k)
  }

  /// P(X > h, Y > k) near the line on which X = Y or X = −Y.
  ///
  /// Plackett's identity is integrated over `t = √(1 − r²)`, from the limit
  /// at full correlation; the integrand's leading part, which is not smooth
  /// where h and k almost agree, is integrated in closed form.
  private static func nearDependence(
    _ h: Double, _ second: Double, _ correlation: Double
  ) -> Double {
    let k = correlation < 0 ? -second : second
    let difference = tail(h, k, correlation) / (2 * Double.pi)
    if correlation > 0 {
      return NormalDistribution.probability(atMost: -max(h, k)) - difference
    }
    let limit =
      k > h
      ? NormalDistribution.probability(atMost: k)
        - NormalDistribution.probability(atMost: h) : 0
    return limit + difference
  }

  /// The integral from the correlation to full correlation, h and k with the
  /// sign that full correlation gives them.
  private static func tail(
    _ h: Double, _ k: Double, _ correlation: Double
  ) -> Double {
    guard abs(correlation) < 1 else { return 0 }
    let variance = (1 - correlation) * (1 + correlation)
    let (end, gap) = (variance.squareRoot(), (h - k) * (h - k))
    let (product, c) = (h * k, (4 - h * k) / 8)
    let d = (12 - h * k) / 16
    let rest = GaussLegendre.twenty.integral(from: 0, to: end) { t in
      let square = t * t
      let root = (1 - square).squareRoot()
      let exact = Double.exp(-gap / (2 * square) - product / (1 + root)) / root
      let leading =
        Double.exp(-(gap / square + product) / 2)
        * (1 + c * square * (1 + d * square))
      return exact - leading
    }
    let exponent = -(gap / variance + product) / 2
    var value =
      end * Double.exp(exponent)
      * (1 - c * (gap - variance) * (1 - d * gap / 5) / 3
        + c * d * variance * variance / 5)
    guard product > -negligible else { return value + rest }
    let distance = gap.squareRoot()
    let whole =
      (2 * Double.pi).squareRoot()
      * NormalDistribution.probability(atMost: -distance / end)
    value -=
      Double.exp(-product / 2) * whole * distance
      * (1 - c * gap * (1 - d * gap / 5) / 3)
    return value + rest
  }
}
