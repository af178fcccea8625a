/// An S-shaped curve of growth towards a ceiling, S(u) in (0, 1).
public enum GrowthCurve: String, Sendable, CaseIterable {
  /// 1 / (1 + exp(−u)) (Verhulst; Pearl and Reed 1920).
  case logistic
  /// exp(−exp(−u)).
  case gompertz

  /// ln S(u).
  func logarithm(_ u: Double) -> Double {
    switch self {
    case .logistic: -Double.log(onePlus: Double.exp(-u))
    case .gompertz: -Double.exp(-u)
    }
  }

  /// The slope of ln S, what is left of the first growth rate.
  func slope(_ u: Double) -> Double {
    switch self {
    case .logistic: 1 / (1 + Double.exp(u))
    case .gompertz: Double.exp(-u)
    }
  }

  /// The place u > 0 with ± u the turning points of the curve, where its
  /// third derivative is 0.
  var turningPoint: Double {
    switch self {
    case .logistic: Double.log(2 + 3.0.squareRoot())
    case .gompertz: Double.log((3 + 5.0.squareRoot()) / 2)
    }
  }
}

/// The ages of a cluster.
public enum LifeCyclePhase: String, Sendable, CaseIterable {
  case formation, growth, maturity, decline
}
