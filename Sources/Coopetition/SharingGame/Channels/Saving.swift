/// What inflow saves of the cost of innovating alone: `θ C_i q_i / (1 + q_i)`.
enum Saving: Channel {
  static let name = "saving"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    firm.savedCost * firm.inflow / (1 + firm.inflow)
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value { .zero }
}
