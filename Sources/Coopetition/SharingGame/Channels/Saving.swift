import Games

/// What inflow saves of the cost of innovating alone: `θ C_i q_i / (1 + q_i)`.
struct Saving: Channel {
  let name = "saving"
  private let environment: Double
  private let innovationCost: [Double]

  init(_ data: SharingData) {
    environment = data.cluster.environment
    innovationCost = data.cluster.firms.map(\.innovationCost)
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let inflow = aggregates.inflow
    return S(environment) * S(innovationCost[firm]) * inflow / (1 + inflow)
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S { .zero }
}
