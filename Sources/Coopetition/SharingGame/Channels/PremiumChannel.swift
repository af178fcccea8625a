import Games

/// A firm's share of what an open cluster earns in addition: `ω_i B φ(D; ε_P)`.
struct PremiumChannel: Channel {
  static let name = "premium"
  private let returns: DiminishingReturns

  struct Stake: Sendable {
    /// The share `ω_i B` of the premium.
    fileprivate let share: Double
    /// What a unit of the firm's level adds to openness.
    fileprivate let knowledgeShare: Double
  }

  init(_ data: SharingData) {
    returns = DiminishingReturns(curvature: data.cluster.premium.curvature)
  }

  func stake(of firm: Int, in data: SharingData) -> Stake {
    Stake(
      share: data.premiumShares[firm] * data.cluster.premium.value,
      knowledgeShare: data.knowledgeShares[firm])
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard stake.share != 0 else { return .zero }
    return S(stake.share, relativeError: SharingData.relativeError)
      * returns.value(aggregates.openness)
  }

  // A unit of own level opens the cluster by K_i / Σ_j K_j.
  @inline(__always)
  func marginal<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard stake.share != 0 else { return .zero }
    return S(stake.share, relativeError: SharingData.relativeError)
      * S(stake.knowledgeShare, relativeError: SharingData.relativeError)
      * returns.slope(aggregates.openness)
  }
}
