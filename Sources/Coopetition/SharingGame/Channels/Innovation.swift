import Games

/// What a firm's own innovation gains from inflow:
/// `θ v_i φ(q_i (1 + κ s_i); ε)`.
///
/// With reciprocity κ > 0 a firm that discloses can do more with what it
/// receives.
struct Innovation: Channel {
  static let name = "innovation"
  private let reciprocity: Double
  private let returns: DiminishingReturns

  init(_ data: SharingData) {
    reciprocity = data.cluster.model.reciprocity
    returns = DiminishingReturns(curvature: data.cluster.model.curvature)
  }

  /// The gain `θ v_i`.
  func stake(of firm: Int, in data: SharingData) -> Double {
    data.cluster.environment * data.cluster.firms[firm].opportunity
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ gain: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(gain, relativeError: SharingData.relativeError)
      * returns.value(aggregates.inflow * (1 + S(reciprocity) * own))
  }

  // The slope in s_i is θ v_i κ q_i φ′(q_i (1 + κ s_i)).
  @inline(__always)
  func marginal<S: Scalar>(
    _ gain: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(gain, relativeError: SharingData.relativeError) * S(reciprocity)
      * aggregates.inflow
      * returns.slope(aggregates.inflow * (1 + S(reciprocity) * own))
  }
}
