import Equilibria
import Games

/// A sharing game whose firms choose imprecisely (`model.noise`): its
/// equilibria are the logit equilibria of a game without noise.
///
/// Payoffs are those of that game, without the entropy of choice; equilibria
/// are searched in log-odds, where ``LogOddsGame`` is regular.
public struct ImpreciseGame: Game {
  /// The game without noise.
  public let base: any ScenarioGame & RespondingGame
  /// The noise η > 0, in money.
  public let noise: Double

  /// A game with noise.
  public init(_ base: any ScenarioGame & RespondingGame, noise: Double) {
    self.base = base
    self.noise = noise
  }

  /// Levels in [0, cap] for each firm.
  public var strategies: StrategySpace { base.strategies }
  /// The subsidy of each firm per unit of sharing level.
  public var subsidies: [Double] { base.subsidies }
  /// What an outsider pays whatever is played.
  public var fixedCharge: Double { base.fixedCharge }

  /// The payoff without noise.
  public func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    base.payoff(of: player, at: levels)
  }

  /// The payoffs without noise.
  public func payoffs(at levels: Profile<Double>) -> [Double] {
    base.payoffs(at: levels)
  }
}

extension ImpreciseGame: ScenarioGame {
  /// The name of the cluster.
  public var name: String { base.name }
  /// Players are firms.
  public var playerNoun: String { base.playerNoun }
  /// The names of the firms.
  public var playerNames: [String] { base.playerNames }
  /// The names of the firms.
  public var variableNames: [String] { base.variableNames }
  /// Each firm has one level.
  public var levelsBearPlayerNames: Bool { true }
  /// The game with levels and without noise.
  public var standard: any ScenarioGame { base.standard }

  /// The channels without noise.
  public func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    base.breakdown(at: levels)
  }

  /// None: the rates of the standard game do not make its optimum an
  /// equilibrium where choices are imprecise.
  public func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? { nil }

  /// The logit equilibria, found in log-odds and told in levels.
  public func equilibria(using search: BranchAndPrune) -> EquilibriumSet {
    let game = LogOddsGame(base, noise: noise)
    var found = search.equilibria(of: game)
    found.equilibria = found.equilibria.map { $0.inLevels(of: game) }
      .sorted { $0.levels.lexicographicallyPrecedes($1.levels) }
    found.undecided = found.undecided.map { game.levels($0) }
    found.tree = nil
    return found
  }
}

extension Equilibrium {
  /// An equilibrium in log-odds, told in levels.
  fileprivate func inLevels(of game: LogOddsGame) -> Equilibrium {
    var result = self
    result.levels = game.levels(levels)
    switch certificate {
    case .proven(let box, let region):
      result.certificate = .proven(
        box: game.levels(box), uniqueIn: game.levels(region))
    case .component(let box):
      result.certificate = .component(box: game.levels(box))
    case .absent(let box): result.certificate = .absent(box: game.levels(box))
    case .undecided(let box):
      result.certificate = .undecided(box: game.levels(box))
    case .numerical: break
    }
    return result
  }
}

extension WithholdingGame: ScenarioGame {
  /// The name of the cluster.
  public var name: String { base.name }
  /// Players are firms.
  public var playerNoun: String { base.playerNoun }
  /// The names of the firms.
  public var playerNames: [String] { base.playerNames }
  /// The names of the firms.
  public var variableNames: [String] { base.variableNames }
  /// Each firm has one level.
  public var levelsBearPlayerNames: Bool { true }
  /// The game with levels.
  public var standard: any ScenarioGame { base }

  /// Each channel, linear between withholding and sharing everything.
  public func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    var result = base.breakdown(at: levels)
    for firm in levels.indices where strategies.upperBounds[firm] > 0 {
      let cap = strategies.upperBounds[firm]
      var ends = levels
      ends[firm] = 0
      let low = base.breakdown(at: ends)
      ends[firm] = cap
      let high = base.breakdown(at: ends)
      let share = levels[firm] / cap
      for k in result.indices {
        let (a, b) = (low[k].amounts[firm], high[k].amounts[firm])
        result[k].amounts[firm] = a + share * (b - a)
      }
    }
    return result
  }

  /// None: the rates of the game with levels do not make its optimum an
  /// equilibrium of this one.
  public func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? { nil }
}

extension WithholdingGame: RespondingGame {}
extension SharingGame: RespondingGame {}
extension ParametricSharingGame: RespondingGame {}
extension FormulaGame: RespondingGame {}
