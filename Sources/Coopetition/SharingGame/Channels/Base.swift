import Games

/// What a firm earns whatever is shared: `b_i`.
struct Base: Channel {
  static let name = "base"

  init(_ data: SharingData) {}

  /// The profit `b_i`.
  func stake(of firm: Int, in data: SharingData) -> Double {
    data.cluster.firms[firm].baseProfit
  }

  @inline(__always)
  func payoff<S: Scalar>(
    _ profit: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    S(profit)
  }

  @inline(__always)
  func marginal<S: Scalar>(
    _ profit: Double, own: S, aggregates: Aggregates<S>
  ) -> S {
    .zero
  }
}
