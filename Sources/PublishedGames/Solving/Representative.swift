/// The symmetric equilibria of a symmetric game, as a game of two players: one
/// firm, and the crowd of all others that does what the firm does.
///
/// The firm chooses its strategy y against a crowd that plays z throughout and
/// earns `u_0(y, z, …, z)`; the crowd earns `−‖z − y‖²/2`, so that in every
/// equilibrium `z = y`, and y is a best reply to itself. The equilibria of this
/// game are the symmetric equilibria of the base, however many players that
/// has, and also where the base has a continuum of others.
struct Representative<Base: Game>: Game {
  let base: Base
  let strategies: StrategySpace
  private let own: Int

  /// The symmetric part of a game in which all players have the same bounds
  /// and each has the first one's payoff with the roles exchanged.
  init(_ base: Base) {
    self.base = base
    let box = base.strategies.variables(of: 0).map {
      base.strategies.lowerBounds[$0]...base.strategies.upperBounds[$0]
    }
    own = box.count
    strategies = StrategySpace(variables: [box, box])
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let crowd = Array(levels[own...])
    guard player == 1 else {
      let others = repeatElement(crowd, count: base.playerCount - 1).joined()
      return base.payoff(of: 0, at: Array(levels[..<own]) + others)
    }
    var distance = S.zero
    for k in 0..<own {
      let gap = levels[k] - crowd[k]
      distance += gap * gap
    }
    return -distance / 2
  }
}

extension Game {
  /// The symmetric equilibria of a symmetric game; each has the levels of one
  /// player, followed by those of the crowd.
  func symmetricEquilibria() -> EquilibriumSet {
    Representative(self).someEquilibria()
  }
}

extension Game {
  /// The equilibria by a search that is content with little proof.
  func someEquilibria() -> EquilibriumSet {
    equilibria(using: BranchAndPrune(boxLimit: 1_000))
  }

  /// The social optimum by a search that is content with little proof.
  func best() -> SocialOptimum {
    socialOptimum(using: GlobalMaximization(boxLimit: 200))
  }
}
