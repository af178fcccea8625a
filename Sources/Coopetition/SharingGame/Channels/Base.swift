import Games

/// What a firm earns whatever is shared: `b_i`.
struct Base: Channel {
  static let name = "base"
  private let profit: Double

  init(_ data: SharingData, firm: Int) {
    profit = data.cluster.firms[firm].baseProfit
  }

  @inline(__always)
  func payoff<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S { S(profit) }

  @inline(__always)
  func marginal<S: Scalar>(own: S, aggregates: Aggregates<S>) -> S { .zero }
}
