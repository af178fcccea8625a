/// What a firm loses as rivals gain from third parties:
/// `−β m_i Σ_j ρ_ij (q_j − f_ji)`. Its own level plays no part.
enum Stealing: Channel {
  static let name = "stealing"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.hasStealing else { return .zero }
    return -firm.stealingLoss * firm.rivalInflow
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value { .zero }
}
