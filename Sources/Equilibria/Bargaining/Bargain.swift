import Games

/// A profile that players may agree on, everybody gaining over a disagreement.
public struct Bargain: Sendable, Equatable {
  /// The profile; variables at a bound are exactly there.
  public var levels: [Double]
  /// What each player earns.
  public var payoffs: [Double]
  /// The sum of all payoffs less what outsiders pay.
  public var welfare: Double
  /// What each player gets if no agreement is reached.
  public var disagreement: [Double]
  /// The logarithm of the Nash product, `Σ_i w_i log(u_i − d_i)`.
  public var logarithmicGain: Double
  /// No profile has a greater logarithm of the Nash product.
  public var upperBound: Double
  /// Whether it is proven that the Nash product is the greatest, to within the
  /// tolerance of the search.
  public var isProven: Bool
  /// The residual of the local maximisation.
  public var residual: Double
}

/// What bargaining comes to.
public enum BargainingOutcome: Sendable, Equatable {
  /// A profile that makes everybody strictly better off.
  case agreement(Bargain)
  /// No profile was found that makes everybody better off by more than the
  /// tolerance; `isProven` says whether it is proven that there is none.
  case noMutualGain(isProven: Bool)

  /// The agreement, if there is one.
  public var bargain: Bargain? {
    if case .agreement(let bargain) = self { bargain } else { nil }
  }
}
