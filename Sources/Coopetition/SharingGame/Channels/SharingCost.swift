import Games

/// What sharing itself costs: `−c_i s_i − ½ e_i s_i²`.
struct SharingCost: Channel {
  let name = "cost"
  private let linear: [Double]
  private let quadratic: [Double]

  init(_ data: SharingData) {
    linear = data.cluster.firms.map(\.linearCost)
    quadratic = data.cluster.firms.map(\.quadraticCost)
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    -(S(linear[firm]) * own + S(quadratic[firm]) * S.pow(own, 2) / 2)
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    -(S(linear[firm]) + S(quadratic[firm]) * own)
  }
}
