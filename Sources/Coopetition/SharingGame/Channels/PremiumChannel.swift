import Games

/// A firm's share of what an open cluster earns in addition: `ω_i B φ(D; ε_P)`.
struct PremiumChannel: Channel {
  static let name = "premium"
  private let share: Double
  private let knowledgeShare: Double
  private let returns: DiminishingReturns

  init(_ data: SharingData, firm: Int) {
    let premium = data.cluster.premium
    share = data.premiumShares[firm] * premium.value
    knowledgeShare = data.knowledgeShares[firm]
    returns = DiminishingReturns(curvature: premium.curvature)
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    guard share != 0 else { return .zero }
    return S(share, relativeError: SharingData.relativeError)
      * returns.value(aggregates.openness)
  }

  // A unit of own level opens the cluster by K_i / Σ_j K_j.
  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    guard share != 0 else { return .zero }
    return S(share, relativeError: SharingData.relativeError)
      * S(knowledgeShare, relativeError: SharingData.relativeError)
      * returns.slope(aggregates.openness)
  }
}
