import Games

/// What a firm loses as rivals gain from third parties:
/// `−β m_i Σ_j ρ_ij (q_j − f_ji)`. Its own level plays no part.
struct Stealing: Channel {
  static let name = "stealing"
  private let loss: Double

  init(_ data: SharingData, firm: Int) {
    loss = data.cluster.model.stealing * data.cluster.firms[firm].marketAtRisk
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    guard loss != 0 else { return .zero }
    return -S(loss, relativeError: SharingData.relativeError)
      * aggregates.rivalInflow
  }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S { .zero }
}
