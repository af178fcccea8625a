/// Whether payoffs `a` dominate payoffs `b`: nobody has less and somebody has
/// more.
///
/// - Parameters:
///   - a: The payoffs of one profile.
///   - b: The payoffs of another, in the same order.
///   - tolerance: Differences up to this count as none.
/// - Returns: Whether nobody is worse off and somebody better.
public func dominates(
  _ a: [Double], _ b: [Double], tolerance: Double = 0
) -> Bool {
  precondition(a.count == b.count, "payoffs of different games")
  return zip(a, b).allSatisfy { $0 >= $1 - tolerance }
    && zip(a, b).contains { $0 > $1 + tolerance }
}

extension Game {
  /// Whether one profile dominates another: nobody earns less and somebody
  /// earns more.
  ///
  /// - Parameters:
  ///   - levels: The profile that may dominate.
  ///   - others: The profile that may be dominated.
  ///   - tolerance: Differences of payoff up to this count as none.
  /// - Returns: Whether nobody is worse off and somebody better.
  public func dominates(
    _ levels: Profile<Double>, _ others: Profile<Double>,
    tolerance: Double = 0
  ) -> Bool {
    Games.dominates(
      payoffs(at: levels), payoffs(at: others), tolerance: tolerance)
  }
}
