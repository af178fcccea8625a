import Equilibria
import Games

/// The game that the firms of a cluster play, with their best responses: with
/// levels or all or nothing, without noise or with it.
///
/// Payoffs are without the entropy of choice; marginal payoffs and best
/// responses are what firms act on, with it.
protocol PlayedGame: AggregativeGame, RespondingGame, ScenarioGame {
  /// The cluster that plays.
  var cluster: Cluster { get }

  /// The levels that each firm may choose.
  var strategies: StrategySpace { get set }

  /// The game without noise.
  var exact: any PlayedGame { get }

  /// Takes the numbers of one firm anew from data that have changed.
  mutating func updateNumbers(of firm: Int, from data: SharingData)
}

extension SharingGame: PlayedGame {
  /// The game that the keys `model.choice` and `model.noise` make of this one.
  var played: any PlayedGame {
    let noise = cluster.model.noise
    switch (cluster.model.choice, noise > 0) {
    case (.level, false): return self
    case (.level, true): return ImpreciseGame(self, noise: noise)
    case (.all, false): return WithholdingGame(self)
    case (.all, true):
      return ImpreciseGame(WithholdingGame(self), noise: noise)
    }
  }
}

extension Cluster {
  /// The game that the firms play.
  ///
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible, or if linear aggregates do not carry its game.
  func playedGame() throws(ScenarioError) -> any PlayedGame {
    let game = try SharingGame(self)
    try checkVariant()
    return game.played
  }
}

extension PlayedGame {
  /// The game itself.
  var exact: any PlayedGame { self }

  /// What each firm earns without what it is paid for sharing.
  func netPayoffs(at levels: [Double]) -> [Double] {
    let payoffs = payoffs(at: levels)
    return payoffs.indices.map {
      payoffs[$0] - cluster.policy.subsidy.rate(of: $0) * levels[$0]
    }
  }

  /// The knowledge that all firms share, `Σ_i K_i s_i`.
  func totalSharing(at levels: [Double]) -> Double {
    zip(cluster.firms, levels).reduce(0) { $0 + $1.0.knowledge * $1.1 }
  }

  /// The same game with each firm of a set held at its cap.
  func committing(_ firms: some Sequence<Int>) -> Self {
    var ranges = zip(strategies.lowerBounds, strategies.upperBounds)
      .map { $0...$1 }
    for firm in firms {
      ranges[firm] = ranges[firm].upperBound...ranges[firm].upperBound
    }
    var game = self
    game.strategies = StrategySpace(levels: ranges)
    return game
  }

  /// What a firm earns that sees these aggregates of the others.
  func payoff(
    of firm: Int, own: Double, others: Aggregates<Double>
  ) -> Double {
    var seen = others
    for k in aggregates.indices {
      seen[k] += aggregates[k].ownWeight(of: firm) * own
    }
    return payoff(of: firm, own: own, aggregates: seen)
  }
}
