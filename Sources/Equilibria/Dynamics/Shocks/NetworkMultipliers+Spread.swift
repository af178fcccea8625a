import Games

extension NetworkMultipliers {
  /// How much of what is left of the displacement of a profile is looked at.
  private static var remainingShare: Double { 0.25 }

  /// How far a unit of each player's level carries once the profile is
  /// displaced: `Σ_i (B²)_ij`, what it adds to the responses to the responses
  /// to it.
  ///
  /// The slopes B are taken where a quarter of the displacement is left: at the
  /// profile itself many players are at bounds at which they do not stay, and at
  /// the end of the displacement best responses may be flat.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - levels: The profile.
  ///   - end: Where it is displaced to.
  /// - Returns: The sums; nil where a best response jumps.
  /// - Complexity: Three passes over the links.
  package static func spread(
    in game: G, from levels: Profile<Double>, to end: Profile<Double>
  ) -> [Double]? {
    let point = zip(levels, end).map { $1 + remainingShare * ($0 - $1) }
    guard let slopes = NetworkMultipliers(game, at: point) else { return nil }
    var first = levels
    var second = levels
    slopes.multiplyTransposed(levels.map { _ in 1 }, into: &first)
    slopes.multiplyTransposed(first, into: &second)
    return second
  }
}
