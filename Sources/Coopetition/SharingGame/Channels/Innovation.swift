/// What a firm's own innovation gains from inflow: `π X_i` with
/// `X_i = θ v_i φ(q_i (1 + κ s_i); ε)`.
///
/// With reciprocity κ > 0 a firm that discloses can do more with what it
/// receives. The probability π that the innovation succeeds is 1 unless the
/// scenario says otherwise.
enum Innovation: Channel {
  static let name = "innovation"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    firm.isRisky ? firm.success * value(firm) : value(firm)
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value {
    firm.isRisky ? firm.success * slope(firm) : slope(firm)
  }

  /// The value `X_i` of an innovation that succeeds.
  @inline(__always)
  static func value<View: FirmView>(_ firm: View) -> View.Value {
    firm.gain * firm.innovationReturns.value(firm.reached)
  }

  /// Its slope in s_i, θ v_i κ q_i φ′(q_i (1 + κ s_i)).
  @inline(__always)
  static func slope<View: FirmView>(_ firm: View) -> View.Value {
    firm.gain * firm.reciprocity * firm.inflow * firm.innovationSlope
  }
}
