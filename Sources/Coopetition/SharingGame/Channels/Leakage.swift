import Games
import LinearAlgebra

/// What a firm loses as its own knowledge makes rivals stronger:
/// `−ι_i m_i Σ_j ρ_ij f_ji`, linear in its own level.
struct Leakage: Channel {
  let name = "leakage"
  private let loss: [Double]
  private let relativeError: Double

  init(_ data: SharingData) {
    let leaked = data.rivalry.diagonal(ofProductWith: data.flows)
    relativeError = data.sumError
    loss = zip(data.cluster.firms, leaked).map { firm, leaked in
      firm.irreplaceability * firm.marketAtRisk * leaked
    }
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    marginal(of: firm, own: own, aggregates: aggregates) * own
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    -S(loss[firm], relativeError: relativeError)
  }
}
