/// What risk takes from the expected value of innovation: the difference
/// `ψ(X_i; t_i) − π X_i` to its certainty equivalent
///
///     ψ(X; t) = −t log(1 − π + π exp(−X/t)),   ψ(X; ∞) = π X
///
/// for a firm with constant absolute risk tolerance t_i (Pratt, Econometrica
/// 32, 1964), and the expected cost `(1 − π) L_i` of failing.
enum Risk: Channel {
  static let name = "risk"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.isRisky else { return .zero }
    let distress = (1 - firm.success) * firm.distress
    guard firm.isAverse else { return -distress }
    let value = Innovation.value(firm)
    let loss = View.Value.expMinusOne(-value / firm.riskTolerance)
    return -firm.riskTolerance
      * View.Value.log(onePlus: firm.success * loss)
      - firm.success * value - distress
  }

  // The slope in s_i is that of innovation times ψ′(X) − π.
  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    guard firm.isRisky, firm.isAverse else { return .zero }
    return slope(firm) * Innovation.slope(firm)
  }

  /// `ψ′(X) − π`, at most 0 and falling in X.
  @inline(__always)
  static func slope<View: FirmView>(_ firm: View) -> View.Value {
    let value = Innovation.value(firm)
    let loss = View.Value.expMinusOne(-value / firm.riskTolerance)
    return firm.success * (1 - firm.success) * loss
      / (1 + firm.success * loss)
  }
}
