import Equilibria
import Games

/// A sharing game whose firms choose imprecisely (`model.noise`): its
/// equilibria are the logit equilibria of a game without noise.
///
/// Payoffs are those of that game, without the entropy of choice. Firms act on
/// the marginal payoff with it, `F_i − (η/cap_i) log(s_i/(cap_i − s_i))`.
/// Equilibria are searched in log-odds, where ``LogOddsGame`` is regular.
struct ImpreciseGame<Base: PlayedGame>: AggregativeGame {
  /// The game without noise.
  private(set) var base: Base
  /// The noise η > 0, in money.
  let noise: Double

  /// A game with noise.
  init(_ base: Base, noise: Double) {
    self.base = base
    self.noise = noise
  }

  /// Levels in [0, cap] for each firm.
  var strategies: StrategySpace {
    get { base.strategies }
    set { base.strategies = newValue }
  }
  /// The subsidy of each firm per unit of sharing level.
  var subsidies: [Double] { base.subsidies }
  /// What an outsider pays whatever is played.
  var fixedCharge: Double { base.fixedCharge }
  /// Those of the game without noise.
  var aggregates: [LinearAggregate] { base.aggregates }
  /// As many as without noise.
  var marginalAggregateCount: Int { base.marginalAggregateCount }
  /// Entropy depends on nobody else.
  var influences: [AggregateInfluence] { base.influences }

  /// The payoff without noise.
  func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    base.payoff(of: firm, own: own, aggregates: aggregates)
  }

  /// The marginal payoff, that of the entropy included.
  func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let exact = base.marginal(of: firm, own: own, aggregates: aggregates)
    let cap = strategies.upperBounds[firm]
    guard cap > 0 else { return exact }
    return exact - S(noise / cap) * S.log(own / (S(cap) - own))
  }

  /// The logit response, found in log-odds.
  func bestResponse(
    of firm: Int, to others: Aggregates<Double>, from start: Double
  ) -> Double {
    let cap = strategies.upperBounds[firm]
    guard strategies.lowerBounds[firm] < cap else { return cap }
    return LogitResponse(cap: cap, noise: noise).level {
      let marginal = base.ownMarginal(of: firm, at: $0, others: others)
      return (marginal.value, marginal.slopes[0])
    }
  }
}

extension ImpreciseGame: PlayedGame {
  /// The cluster that plays.
  var cluster: Cluster { base.cluster }
  /// The game without noise.
  var exact: any PlayedGame { base }

  mutating func updateNumbers(of firm: Int, from data: SharingData) {
    base.updateNumbers(of: firm, from: data)
  }
}

extension ImpreciseGame {
  /// The name of the cluster.
  var name: String { base.name }
  /// Players are firms.
  var playerNoun: String { base.playerNoun }
  /// The names of the firms.
  var playerNames: [String] { base.playerNames }
  /// The names of the firms.
  var variableNames: [String] { base.variableNames }
  /// Each firm has one level.
  var levelsBearPlayerNames: Bool { true }
  /// The game with levels and without noise.
  var standard: any ScenarioGame { base.standard }

  /// The channels without noise.
  func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    base.breakdown(at: levels)
  }

  /// None: the rates of the standard game do not make its optimum an
  /// equilibrium where choices are imprecise.
  func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? { nil }

  /// The logit equilibria, found in log-odds and told in levels.
  func equilibria(using search: BranchAndPrune) -> EquilibriumSet {
    between(nil).equilibria(using: search)
  }

  /// In log-odds.
  func between(_ groups: [[Int]]?) -> GameBetweenGroups {
    GameBetweenGroups(
      LogOddsGame(groups.map { base.grouped($0) } ?? base, noise: noise))
  }
}
