import Games

/// What inflow saves of the cost of innovating alone: `θ C_i q_i / (1 + q_i)`.
struct Saving: Channel {
  static let name = "saving"

  init(_ data: SharingData) {}

  /// The cost `θ C_i`.
  func stake(of firm: Int, in data: SharingData) -> Double {
    data.cluster.environment * data.cluster.firms[firm].innovationCost
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ cost: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(cost, relativeError: SharingData.relativeError) * aggregates.inflow
      / (1 + aggregates.inflow)
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ cost: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    .zero
  }
}
