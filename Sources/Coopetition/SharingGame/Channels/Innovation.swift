import Games

/// What a firm's own innovation gains from inflow: `θ v_i φ(q_i (1 + κ s_i); ε)`.
///
/// With reciprocity κ > 0 a firm that discloses can do more with what it
/// receives.
struct Innovation: Channel {
  let name = "innovation"
  private let environment: Double
  private let reciprocity: Double
  private let returns: DiminishingReturns
  private let opportunity: [Double]

  init(_ data: SharingData) {
    environment = data.cluster.environment
    reciprocity = data.cluster.model.reciprocity
    returns = DiminishingReturns(curvature: data.cluster.model.curvature)
    opportunity = data.cluster.firms.map(\.opportunity)
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let scale = S(environment) * S(opportunity[firm])
    return scale * returns.value(inflow(own, aggregates))
  }

  // The slope in s_i is θ v_i κ q_i φ′(q_i (1 + κ s_i)).
  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let scale = S(environment) * S(opportunity[firm]) * S(reciprocity)
    return scale * aggregates.inflow * returns.slope(inflow(own, aggregates))
  }

  private func inflow<S: Scalar>(_ own: S, _ aggregates: Aggregates<S>) -> S {
    aggregates.inflow * (1 + S(reciprocity) * own)
  }
}
