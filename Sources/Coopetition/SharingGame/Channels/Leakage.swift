/// What a firm loses as its own knowledge makes rivals stronger:
/// `−ι_i m_i Σ_j ρ_ij f_ji`, linear in its own level.
enum Leakage: Channel {
  static let name = "leakage"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    -firm.leakageLoss * firm.own
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    -firm.leakageLoss
  }
}
