import Games

extension DirectedSharingGame {
  /// A profile of the game.
  @inline(__always)
  func profile<S: Scalar>(_ levels: Profile<S>) -> ConstantProfile<S> {
    ConstantProfile(game: self, levels: levels)
  }

  /// What every firm receives.
  func flows<S: Scalar>(at levels: Profile<S>) -> [DirectedFlows<S>] {
    profile(levels).flows()
  }

  /// The openness of the cluster at levels.
  func clusterOpenness<S: Scalar>(at levels: Profile<S>) -> S {
    profile(levels).clusterOpenness()
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let profile = profile(levels)
    let open =
      numbers[player].premiumShare == 0 ? S.zero : profile.clusterOpenness()
    return profile.payoff(
      of: player, seeing: profile.flows(to: player, open: open))
  }

  /// One pass over the links for all payoffs.
  func payoffs(at levels: Profile<Double>) -> [Double] {
    payoffs(over: levels)
  }

  /// One pass over the links for all enclosures.
  func payoffEnclosures(over box: Box) -> [Interval] { payoffs(over: box) }

  func payoffs<S: Scalar>(over levels: Profile<S>) -> [S] {
    let profile = profile(levels)
    return profile.flows().enumerated().map {
      profile.payoff(of: $0, seeing: $1)
    }
  }

  /// What the firm at a place can use per unit of the partner's level.
  @inline(__always)
  func use<S: Scalar>(_ place: Int) -> S {
    S(links.uses[place], relativeError: SharingData.relativeError)
  }
}
