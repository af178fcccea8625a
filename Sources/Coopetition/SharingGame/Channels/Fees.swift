import Games

/// What a firm is paid for the use of its knowledge less what it pays:
/// `p (Σ_j f_ji − q_i)`. Over all firms fees sum to zero.
struct Fees: Channel {
  let name = "fees"
  private let price: Double
  private let outflow: [Double]
  private let relativeError: Double

  init(_ data: SharingData) {
    price = data.cluster.policy.price
    relativeError = data.sumError
    let receivers = data.cluster.firms.map { _ in 1.0 }
    var outflow = receivers
    data.flows.multiplyTransposed(receivers, into: &outflow)
    self.outflow = outflow
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard price != 0 else { return .zero }
    let used = S(outflow[firm], relativeError: relativeError) * own
    return S(price) * (used - aggregates.inflow)
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard price != 0 else { return .zero }
    return S(price) * S(outflow[firm], relativeError: relativeError)
  }
}
