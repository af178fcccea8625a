import Scalars

extension Game {
  /// Searches each player's strategies in turn.
  @inlinable
  public func regrets(
    at levels: Profile<Double>, search: DeviationSearch
  ) -> [Interval] {
    precondition(
      strategies.contains(levels), "the profile lies outside the strategies")
    return (0..<playerCount).map { regret(of: $0, at: levels, search: search) }
  }

  /// The regret of a profile: the largest of all players.
  ///
  /// The interval is proven to contain the exact value, which is 0 at a Nash
  /// equilibrium and nowhere else.
  ///
  /// - Parameters:
  ///   - levels: A profile.
  ///   - search: Tolerance and effort of the search for deviations.
  /// - Precondition: `levels` lies in the strategy space.
  /// - Returns: An enclosure of the largest gain.
  public func regret(
    at levels: Profile<Double>, search: DeviationSearch = DeviationSearch()
  ) -> Interval {
    regrets(at: levels, search: search).reduce(.zero) { Interval.max($0, $1) }
  }

  /// The regret of one player at a profile; see ``regrets(at:search:)``. Nothing
  /// is known of it where the payoff may be undefined after a deviation.
  ///
  /// - Parameters:
  ///   - player: The player.
  ///   - levels: A profile in the strategy space.
  ///   - search: Tolerance and effort of the search for deviations.
  /// - Returns: An enclosure of the largest gain.
  @inlinable
  func regret(
    of player: Int, at levels: Profile<Double>, search: DeviationSearch
  ) -> Interval {
    let own = strategies.variables(of: player)
    let others = levels.map { Interval($0) }
    guard isDefinedForDeviations(of: player, from: others) else {
      return Interval(lower: 0, upper: .infinity)
    }
    if own.count > 1 {
      return jointRegret(of: player, at: others, search: search)
    }
    func around(_ strategy: Box) -> Box {
      var box = others
      for (v, interval) in zip(own, strategy) { box[v] = interval }
      return box
    }
    return search.gain(
      over: strategies.box(of: player), from: own.map { levels[$0] },
      payoff: { ownEnclosure(of: player, over: around($0)) })
  }

  /// The regret of a player with several variables.
  @usableFromInline
  package func jointRegret(
    of player: Int, at profile: Box, search: DeviationSearch
  ) -> Interval {
    let size = payoffEnclosure(of: player, over: profile).magnitude
    return JointDeviation(
      self, player: player, around: profile, isStationary: false
    ).gain(
      tolerance: search.tolerance * (1 + size), partLimit: search.boxLimit)
  }
}
