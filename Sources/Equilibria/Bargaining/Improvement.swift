import Games

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
public struct Improvement: Sendable, Equatable {
  /// How it was chosen.
  public var solution: BargainingSolution
  /// The profile.
  public var levels: [Double]
  /// What each player earns.
  public var payoffs: [Double]
  /// What each player earns more than in the disagreement.
  public var gains: [Double]
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
  /// Whether ``gap`` is within the tolerance of the search.
  public var isProven: Bool

  /// The least gain.
  public var leastGain: Double { gains.min() ?? 0 }
  /// Whether everybody is strictly better off.
  public var benefitsAll: Bool { gains.allSatisfy { $0 > 0 } }
}

extension Game {
  /// Profiles that leave nobody worse off than a disagreement, such as an
  /// equilibrium, one for each way of choosing among them.
  ///
  /// ```swift
  /// for better in game.improvements(over: equilibrium.levels) {
  ///   print(better.solution, better.gains)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - levels: The profile that is played if no agreement is reached.
  ///   - weights: What each player counts, positive; 1 each if nil.
  ///   - solutions: The ways of choosing.
  ///   - search: The method and its limits.
  /// - Returns: One improvement for each way, in order; none where nobody can
  ///   gain, as far as the search tells.
  public func improvements(
    over levels: [Double], weights: [Double]? = nil,
    choosing solutions: [BargainingSolution] = BargainingSolution.allCases,
    using search: ImprovementSearch = ImprovementSearch()
  ) -> [Improvement] {
    search.improvements(
      in: self, over: levels, weights: weights, choosing: solutions)
  }
}
