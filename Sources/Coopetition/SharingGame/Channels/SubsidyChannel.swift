import Games

/// What a firm is paid for sharing: `σ_i s_i`. Welfare leaves it out.
struct SubsidyChannel: Channel {
  static let name = "subsidy"
  private let rate: Double

  init(_ data: SharingData, firm: Int) { rate = data.subsidyRates[firm] }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S {
    S(rate) * own
  }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S { S(rate) }
}
