/// Which of the profiles that leave nobody worse off is chosen.
public enum BargainingSolution: String, Sendable, CaseIterable {
  /// The least gain is greatest: gains are equal, or in proportion to the
  /// weights, as far as nobody can gain without others (Kalai, Econometrica
  /// 45, 1977).
  case egalitarian
  /// The product of the gains is greatest, weights being exponents (Nash,
  /// Econometrica 18, 1950).
  case nash
  /// Gains are in proportion to the largest gains that each could have if
  /// nobody is to lose (Kalai and Smorodinsky, Econometrica 43, 1975).
  case kalaiSmorodinsky
  /// The weighted sum of the gains is greatest, nobody losing.
  case utilitarian
}

/// A profile that leaves nobody worse off than a disagreement.
public struct Bargain: Sendable, Equatable {
  /// How it was chosen.
  public var solution: BargainingSolution
  /// The profile; variables at a bound are exactly there.
  public var levels: [Double]
  /// What each player earns.
  public var payoffs: [Double]
  /// What each player gets if no agreement is reached.
  public var disagreement: [Double]
  /// The sum of all payoffs less what outsiders pay.
  public var welfare: Double
  /// The largest component of the projected gradient of the payoffs, weighed
  /// by ``multipliers``, in widths of the variables' bounds, relative to the
  /// gains weighed alike. Zero where no small change is better.
  public var residual: Double
  /// What a unit of each player's payoff is worth to what is maximised.
  public var multipliers: [Double]
  /// No profile leaves nobody worse off and has a value greater by more than
  /// this: proven, whatever the shape of the payoffs. The value is the least
  /// gain over its weight (for Kalai–Smorodinsky's choice over its share of
  /// the largest gain too), the weighted sum of the gains, or of their
  /// logarithms.
  public var gap: Double
  /// Whether ``gap`` is within the tolerance of ``Bargaining/proof``.
  public var isProven: Bool

  /// What each player earns more than in the disagreement.
  public var gains: [Double] { zip(payoffs, disagreement).map { $0 - $1 } }
  /// The least gain.
  public var leastGain: Double { gains.min() ?? 0 }
  /// Whether everybody is strictly better off.
  public var benefitsAll: Bool { gains.allSatisfy { $0 > 0 } }
}

/// What bargaining comes to.
public enum BargainingOutcome: Sendable, Equatable {
  /// A profile that leaves nobody worse off, and better off whoever can be.
  case agreement(Bargain)
  /// No profile was found that makes everybody better off by more than the
  /// tolerance; `isProven` says whether it is proven that there is none.
  case noMutualGain(isProven: Bool)

  /// The agreement, if there is one.
  public var bargain: Bargain? {
    if case .agreement(let bargain) = self { bargain } else { nil }
  }
}
