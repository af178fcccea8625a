/// What a firm's own innovation gains from inflow:
/// `θ v_i φ(q_i (1 + κ s_i); ε)`.
///
/// With reciprocity κ > 0 a firm that discloses can do more with what it
/// receives.
enum Innovation: Channel {
  static let name = "innovation"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    let reached = firm.inflow * (1 + firm.reciprocity * firm.own)
    return firm.gain * firm.innovationReturns.value(reached)
  }

  // The slope in s_i is θ v_i κ q_i φ′(q_i (1 + κ s_i)).
  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    let reached = firm.inflow * (1 + firm.reciprocity * firm.own)
    return firm.gain * firm.reciprocity * firm.inflow
      * firm.innovationReturns.slope(reached)
  }
}
