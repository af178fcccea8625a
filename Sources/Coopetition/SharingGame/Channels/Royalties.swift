/// What a firm receives of the innovation gains of those who use its
/// knowledge, less what it pays of its own:
/// `λ (Σ_k V_k φ(q_k t_k; ε) f_ki / q_k − V_i φ(q_i t_i; ε))`.
///
/// Over all firms royalties sum to zero. They depend on who uses what of whom,
/// two links away, so that no linear aggregate carries them: only
/// ``ParametricSharingGame`` has them.
enum Royalties: Channel {
  static let name = "royalties"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.hasRoyalties else { return .zero }
    return firm.royaltiesReceived - firm.royalty * Innovation.payoff(firm)
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.hasRoyalties else { return .zero }
    return firm.royaltiesMarginal - firm.royalty * Innovation.marginal(firm)
  }
}
