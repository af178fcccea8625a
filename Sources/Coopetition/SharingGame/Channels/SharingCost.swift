import Games

/// What sharing itself costs: `−c_i s_i − ½ e_i s_i²`.
struct SharingCost: Channel {
  static let name = "cost"

  struct Stake: Sendable {
    /// The cost c_i per unit of level.
    fileprivate let linear: Double
    /// The cost e_i on half the square of the level.
    fileprivate let quadratic: Double
  }

  init(_ data: SharingData) {}

  func stake(of firm: Int, in data: SharingData) -> Stake {
    Stake(
      linear: data.cluster.firms[firm].linearCost,
      quadratic: data.cluster.firms[firm].quadraticCost)
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S {
    -(S(stake.linear) * own + S(stake.quadratic) * S.pow(own, 2) / 2)
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ stake: Stake, own: S, aggregates: Aggregates<S>
  ) -> S {
    -(S(stake.linear) + S(stake.quadratic) * own)
  }
}
