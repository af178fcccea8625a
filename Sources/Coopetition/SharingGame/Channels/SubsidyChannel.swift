import Games

/// What a firm is paid for sharing: `σ_i s_i`. Welfare leaves it out.
struct SubsidyChannel: Channel {
  let name = "subsidy"
  private let rates: [Double]

  init(_ data: SharingData) {
    let cluster = data.cluster
    rates = cluster.policy.subsidy.rates(count: cluster.firms.count)
  }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(rates[firm]) * own
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(rates[firm])
  }
}
