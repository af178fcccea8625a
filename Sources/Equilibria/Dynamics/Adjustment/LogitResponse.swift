/// The level at which a player who chooses imprecisely comes to rest.
///
/// In log-odds the marginal payoff with the entropy of choice is
/// `c F(x(z)) − η z`, which falls where F does not rise in the own level.
package struct LogitResponse {
  /// The largest level c.
  let cap: Double
  /// The noise η > 0.
  let noise: Double

  /// The response of a player.
  package init(cap: Double, noise: Double) {
    (self.cap, self.noise) = (cap, noise)
  }

  /// The level at which the marginal payoff with entropy is zero.
  ///
  /// - Parameter marginal: The marginal payoff without it at a level, and its
  ///   slope.
  /// - Returns: The level, in [0, c].
  package func level(
    _ marginal: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    guard cap > 0 else { return 0 }
    let ends = [0, cap].map { marginal($0).value * cap }
    let odds = (ends[1] / noise)...max(ends[0] / noise, ends[1] / noise)
    let z = OwnResponse(range: odds).level(from: odds.upperBound) { z in
      let level = LogOdds.level(z, cap: cap)
      let (value, slope) = marginal(level)
      return (
        cap * value - noise * z, slope * level * (cap - level) - noise
      )
    }
    return LogOdds.level(z, cap: cap)
  }
}
