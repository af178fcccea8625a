import Games

/// What a firm loses as rivals gain from third parties:
/// `−β m_i Σ_j ρ_ij (q_j − f_ji)`. Its own level plays no part.
struct Stealing: Channel {
  static let name = "stealing"

  init(_ data: SharingData) {}

  /// The loss `β m_i`.
  func stake(of firm: Int, in data: SharingData) -> Double {
    data.cluster.model.stealing * data.cluster.firms[firm].marketAtRisk
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ loss: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard loss != 0 else { return .zero }
    return -S(loss, relativeError: SharingData.relativeError)
      * aggregates.rivalInflow
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ loss: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    .zero
  }
}
