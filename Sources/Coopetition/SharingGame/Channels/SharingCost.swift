import Games

/// What sharing itself costs: `−c_i s_i − ½ e_i s_i²`.
struct SharingCost: Channel {
  static let name = "cost"
  private let linear: Double
  private let quadratic: Double

  init(_ data: SharingData, firm: Int) {
    linear = data.cluster.firms[firm].linearCost
    quadratic = data.cluster.firms[firm].quadraticCost
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    -(S(linear) * own + S(quadratic) * S.pow(own, 2) / 2)
  }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    -(S(linear) + S(quadratic) * own)
  }
}
