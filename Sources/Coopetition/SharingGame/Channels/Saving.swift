import Games

/// What inflow saves of the cost of innovating alone: `θ C_i q_i / (1 + q_i)`.
struct Saving: Channel {
  static let name = "saving"
  private let cost: Double

  init(_ data: SharingData, firm: Int) {
    cost = data.cluster.environment * data.cluster.firms[firm].innovationCost
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    S(cost, relativeError: SharingData.relativeError) * aggregates.inflow
      / (1 + aggregates.inflow)
  }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S { .zero }
}
