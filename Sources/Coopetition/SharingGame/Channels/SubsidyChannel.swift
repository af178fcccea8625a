import Games

/// What a firm is paid for sharing: `σ_i s_i`. Welfare leaves it out.
struct SubsidyChannel: Channel {
  static let name = "subsidy"

  init(_ data: SharingData) {}

  /// The rate `σ_i`.
  func stake(of firm: Int, in data: SharingData) -> Double {
    data.subsidyRates[firm]
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ rate: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(rate) * own
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ rate: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(rate)
  }
}
