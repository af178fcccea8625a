/// What the platform earns the firm that operates it:
/// `Σ_j (μ_P p_j − k) o_j s_j − k₀`.
enum PlatformProfit: Channel {
  static let name = "platform"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    firm.isOperator ? firm.operatingProfit : .zero
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    firm.isOperator ? firm.operatingGain : .zero
  }
}
