/// What an alliance costs its member, whatever is shared.
enum Overhead: Channel {
  static let name = "overhead"

  @inline(__always)
  static func payoff<View: FirmView>(_ firm: View) -> View.Value {
    firm.hasOverhead ? -firm.overhead : .zero
  }

  @inline(__always)
  static func marginal<View: FirmView>(_ firm: View) -> View.Value { .zero }
}
