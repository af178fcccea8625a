import Games

/// A firm's share of what an open cluster earns in addition: `ω_i B φ(D; ε_P)`.
struct PremiumChannel: Channel {
  let name = "premium"
  private let value: Double
  private let returns: DiminishingReturns
  private let shares: [Double]
  private let knowledgeShares: [Double]

  init(_ data: SharingData) {
    let premium = data.cluster.premium
    value = premium.value
    returns = DiminishingReturns(curvature: premium.curvature)
    shares = premium.shares.fractions(for: data.cluster.firms)
    knowledgeShares = data.knowledgeShares
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    share(of: firm) * returns.value(aggregates.openness)
  }

  // A unit of own level opens the cluster by K_i / Σ_j K_j.
  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard value != 0 else { return .zero }
    let weight = S(
      knowledgeShares[firm], relativeError: SharingData.relativeError)
    return share(of: firm) * weight * returns.slope(aggregates.openness)
  }

  private func share<S: Scalar>(of firm: Int) -> S {
    S(shares[firm], relativeError: SharingData.relativeError) * S(value)
  }
}
