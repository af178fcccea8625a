/// What a firm is paid for sharing: `σ_i s_i`. Welfare leaves it out.
enum SubsidyChannel: Channel {
  static let name = "subsidy"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    firm.subsidyRate * firm.own
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    firm.subsidyRate
  }
}
