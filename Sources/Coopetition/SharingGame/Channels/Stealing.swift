import Games

/// What a firm loses as rivals gain from third parties:
/// `−β m_i Σ_j ρ_ij (q_j − f_ji)`. Its own level plays no part.
struct Stealing: Channel {
  let name = "stealing"
  private let weight: Double
  private let marketAtRisk: [Double]

  init(_ data: SharingData) {
    weight = data.cluster.model.stealing
    marketAtRisk = data.cluster.firms.map(\.marketAtRisk)
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard weight != 0 else { return .zero }
    return -S(weight) * S(marketAtRisk[firm]) * aggregates.rivalInflow
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S { .zero }
}
