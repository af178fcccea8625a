import Games

/// Proves that the stability differs on both sides of a parameter.
struct StabilityChangeProof {
  let family: GameFamily

  /// Widens the enclosure to a width, at whose ends equilibria near the event
  /// are proven with the two stabilities; leaves the event as it is if that
  /// fails.
  func prove(
    _ event: inout BranchEvent, _ first: Stability, _ second: Stability,
    isRising: Bool, width: Double
  ) {
    let (below, above) = isRising ? (first, second) : (second, first)
    let (low, high) = (
      event.parameter - width / 2, event.parameter + width / 2
    )
    guard low < event.enclosure.lower, event.enclosure.upper < high,
      family.range.contains(low), family.range.contains(high),
      stability(at: low, near: event.levels) == below,
      stability(at: high, near: event.levels) == above
    else { return }
    event.enclosure = Interval(lower: low, upper: high)
    event.isProven = true
  }

  private func stability(
    at parameter: Double, near levels: [Double]
  ) -> Stability {
    let game = family.game(at: parameter)
    let found = game.solve(SemismoothNewton(), from: levels)
    return EquilibriumProof(game, levels: found.levels).result()?.stability
      ?? .undecided
  }
}
