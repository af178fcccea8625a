import Games

/// What a firm loses as its own knowledge makes rivals stronger:
/// `−ι_i m_i Σ_j ρ_ij f_ji`, linear in its own level.
struct Leakage: Channel {
  static let name = "leakage"

  init(_ data: SharingData) {}

  /// The loss `ι_i m_i Σ_j ρ_ij f_ji` per unit of level.
  func stake(of firm: Int, in data: SharingData) -> Double {
    let one = data.cluster.firms[firm]
    return one.irreplaceability * one.marketAtRisk * data.leaked[firm]
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ loss: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    -S(loss, relativeError: SharingData.relativeError) * own
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ loss: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    -S(loss, relativeError: SharingData.relativeError)
  }
}
