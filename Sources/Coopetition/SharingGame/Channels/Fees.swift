import Games

/// What a firm is paid for the use of its knowledge less what it pays:
/// `p (Σ_j f_ji − q_i)`. Over all firms fees sum to zero.
struct Fees: Channel {
  static let name = "fees"
  private let price: Double

  init(_ data: SharingData) { price = data.cluster.policy.price }

  /// The revenue `p Σ_j f_ji`.
  func stake(of firm: Int, in data: SharingData) -> Double {
    price == 0 ? 0 : price * data.outflow[firm]
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ revenue: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    guard price != 0 else { return .zero }
    return S(revenue, relativeError: SharingData.relativeError) * own
      - S(price) * aggregates.inflow
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ revenue: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(revenue, relativeError: SharingData.relativeError)
  }
}
