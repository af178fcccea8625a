/// What a firm is paid for the use of its knowledge less what it pays:
/// `(1 − μ_P) p_i o_i s_i − Σ_j p_j f_ij`. Over all firms fees and the
/// operator's margins sum to zero.
enum Fees: Channel {
  static let name = "fees"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.hasFees else { return .zero }
    return firm.revenue * firm.own - firm.payments
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    firm.revenue
  }
}
