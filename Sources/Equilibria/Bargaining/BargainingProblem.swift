import Games

/// Who bargains, and what happens if no agreement is reached.
package struct BargainingProblem<G: Game>: Sendable {
  /// The game.
  package let game: G
  /// The profile that is played if no agreement is reached.
  package let levels: [Double]
  /// What each player gets then.
  package let disagreement: [Double]
  /// What each player counts, positive: bargaining power.
  package let weights: [Double]
  /// Further profiles to look for gains from, such as the optimum.
  package let starts: [[Double]]

  /// A problem.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - levels: The profile that is played if no agreement is reached, such
  ///     as an equilibrium.
  ///   - disagreement: What each player gets then; nil for what it earns in
  ///     the game.
  ///   - weights: What each player counts; 1 each if nil.
  ///   - starts: Further profiles to look for gains from.
  /// - Precondition: There is a positive weight for each player.
  package init(
    _ game: G, over levels: [Double], disagreement: [Double]? = nil,
    weights: [Double]? = nil, from starts: [[Double]] = []
  ) {
    self.game = game
    self.levels = levels
    self.disagreement = disagreement ?? game.payoffs(at: levels)
    self.weights = weights ?? Array(repeating: 1, count: game.playerCount)
    self.starts = starts
    precondition(
      self.weights.count == game.playerCount
        && self.weights.allSatisfy { $0 > 0 },
      "every player has a positive weight")
  }

  /// What each player earns at a profile more than in the disagreement.
  func gains(at levels: [Double]) -> [Double] {
    zip(game.payoffs(at: levels), disagreement).map { $0 - $1 }
  }

  /// The size of gains: the largest change of a payoff on the way to the
  /// profile of the greatest welfare nearby; nil where there is none.
  func unit(at optimum: [Double]) -> Double? {
    let unit = gains(at: optimum).reduce(0) { max($0, abs($1)) }
    return unit > 0 && unit.isFinite ? unit : nil
  }
}
