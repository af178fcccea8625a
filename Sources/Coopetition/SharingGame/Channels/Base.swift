import Games

/// What a firm earns whatever is shared: `b_i`.
struct Base: Channel {
  let name = "base"
  private let profit: [Double]

  init(_ data: SharingData) { profit = data.cluster.firms.map(\.baseProfit) }

  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(profit[firm])
  }

  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S { .zero }
}
