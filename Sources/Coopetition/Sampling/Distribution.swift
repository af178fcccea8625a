/// How likely the values of an uncertain number are.
///
/// A share u of the distribution lies below ``quantile(_:)``, so that numbers
/// spread over (0, 1) become values of the number.
public struct Distribution: Sendable, Equatable {
  /// The shape, with its parameters.
  public enum Family: Sendable, Equatable {
    /// Every value between the ends alike.
    case uniform(lower: Double, upper: Double)
    /// A density that rises linearly to the mode and falls linearly from it.
    case triangular(lower: Double, mode: Double, upper: Double)
    /// Normal, with the mean and standard deviation that it has untruncated.
    case normal(mean: Double, deviation: Double)
    /// A number whose logarithm is normal, with the median that it has
    /// untruncated and the standard deviation of the logarithm.
    case lognormal(median: Double, spread: Double)
  }

  /// The shape.
  public let family: Family
  /// The least value, −∞ if there is none.
  public let lower: Double
  /// The greatest value, ∞ if there is none.
  public let upper: Double

  /// A distribution whose parameters have been checked: those of the families
  /// increase, deviations are positive and the ends leave some probability.
  init(_ family: Family, from lower: Double, to upper: Double) {
    self.family = family
    self.lower = lower
    self.upper = upper
  }

  /// The value below which a share u of the distribution lies.
  ///
  /// - Precondition: `u` is in (0, 1).
  public func quantile(_ u: Double) -> Double {
    let value: Double =
      switch family {
      case .uniform(let a, let b): a + (b - a) * u
      case .triangular(let a, let mode, let b):
        Self.triangular(u, a, mode, b)
      case .normal: truncated.quantile(u)
      case .lognormal: .exp(truncated.quantile(u))
      }
    return min(max(value, lower), upper)
  }

  /// The probability of at most x.
  public func probability(atMost x: Double) -> Double {
    if x < lower { return 0 }
    if x >= upper { return 1 }
    switch family {
    case .uniform(let a, let b): return (x - a) / (b - a)
    case .triangular(let a, let mode, let b):
      return x < mode
        ? (x - a) * (x - a) / ((b - a) * (mode - a))
        : 1 - (b - x) * (b - x) / ((b - a) * (b - mode))
    case .normal: return truncated.probability(atMost: x)
    case .lognormal:
      return x > 0 ? truncated.probability(atMost: .log(x)) : 0
    }
  }

  /// The inverse of the triangular distribution function.
  private static func triangular(
    _ u: Double, _ a: Double, _ mode: Double, _ b: Double
  ) -> Double {
    let width = b - a
    return u < (mode - a) / width
      ? a + (u * width * (mode - a)).squareRoot()
      : b - ((1 - u) * width * (b - mode)).squareRoot()
  }

  /// The normal distribution of the value or of its logarithm, between the
  /// ends; the standard one for the other families.
  var truncated: TruncatedNormal {
    switch family {
    case .normal(let mean, let deviation):
      TruncatedNormal(
        mean: mean, deviation: deviation, from: lower, to: upper)
    case .lognormal(let median, let spread):
      TruncatedNormal(
        mean: .log(median), deviation: spread, from: .log(max(lower, 0)),
        to: .log(max(upper, 0)))
    case .uniform, .triangular:
      TruncatedNormal(mean: 0, deviation: 1, from: -.infinity, to: .infinity)
    }
  }
}

extension Distribution {
  /// The mean before truncation.
  public var mean: Double {
    switch family {
    case .uniform(let a, let b): a + (b - a) / 2
    case .triangular(let a, let mode, let b): (a + mode + b) / 3
    case .normal(let mean, _): mean
    case .lognormal(let median, let spread):
      median * .exp(spread * spread / 2)
    }
  }

  /// The standard deviation before truncation.
  public var deviation: Double {
    switch family {
    case .uniform(let a, let b): (b - a) / 12.0.squareRoot()
    case .triangular(let a, let mode, let b):
      ((a - b) * (a - b) + (a - mode) * (a - mode) + (b - mode) * (b - mode))
        .squareRoot() / 6
    case .normal(_, let deviation): deviation
    case .lognormal(_, let spread):
      mean * Double.expMinusOne(spread * spread).squareRoot()
    }
  }
}
