/// What a firm earns whatever is shared: `b_i`.
enum Base: Channel {
  static let name = "base"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    firm.baseProfit
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value { .zero }
}
