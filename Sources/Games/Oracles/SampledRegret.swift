import Scalars

extension Game {
  /// What the best of some deviations gains: one variable of a player moved
  /// to either bound or half of the way there, or all of them together moved
  /// by 1, 1/2, … 1/64 of it.
  ///
  /// The regret is no less, within rounding; that it is no more, only
  /// ``regret(at:search:)`` proves.
  ///
  /// - Parameter levels: A profile.
  /// - Precondition: `levels` lies in the strategy space.
  /// - Complexity: O(variables) evaluations of all payoffs.
  /// - Returns: The largest gain; 0 if none of the deviations gains.
  package func sampledRegret(at levels: Profile<Double>) -> Double {
    precondition(
      strategies.contains(levels), "the profile lies outside the strategies")
    var moves = Deviations(levels: levels, current: payoffs(at: levels))
    for player in 0..<playerCount {
      let own = Array(strategies.variables(of: player))
      for v in own { moves.gain(of: player, by: [v], halvings: 1, in: self) }
      guard own.count > 1 else { continue }
      moves.gain(of: player, by: own, halvings: 6, in: self)
    }
    return moves.largestGain
  }
}

/// The deviations that have been tried.
private struct Deviations {
  var levels: Profile<Double>
  let current: [Double]
  var largestGain = 0.0

  /// Moves variables of a player together towards each bound, halving the way
  /// again and again.
  mutating func gain(
    of player: Int, by variables: [Int], halvings: Int, in game: some Game
  ) {
    let start = variables.map { levels[$0] }
    let bounds = [game.strategies.lowerBounds, game.strategies.upperBounds]
    for bound in bounds {
      var ends = variables.map { bound[$0] }
      for _ in 0...halvings where ends != start {
        for (v, end) in zip(variables, ends) { levels[v] = end }
        let payoff = game.payoffs(at: levels)[player]
        largestGain = max(largestGain, payoff - current[player])
        ends = zip(start, ends).map { $0 + ($1 - $0) / 2 }
      }
    }
    for (v, level) in zip(variables, start) { levels[v] = level }
  }
}
