/// What sharing itself costs: `−c_i s_i − ½ e_i s_i²`.
enum SharingCost: Channel {
  static let name = "cost"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    -(firm.linearCost * firm.own
      + firm.quadraticCost * View.Value.pow(firm.own, 2) / 2)
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    -(firm.linearCost + firm.quadraticCost * firm.own)
  }
}
