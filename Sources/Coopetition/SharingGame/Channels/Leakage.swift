import Games

/// What a firm loses as its own knowledge makes rivals stronger:
/// `−ι_i m_i Σ_j ρ_ij f_ji`, linear in its own level.
struct Leakage: Channel {
  static let name = "leakage"
  private let loss: Double

  init(_ data: SharingData, firm: Int) {
    let one = data.cluster.firms[firm]
    loss = one.irreplaceability * one.marketAtRisk * data.leaked[firm]
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    -S(loss, relativeError: SharingData.relativeError) * own
  }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    -S(loss, relativeError: SharingData.relativeError)
  }
}
