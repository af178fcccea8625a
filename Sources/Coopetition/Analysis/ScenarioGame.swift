import Equilibria
import Games

/// A game that a scenario file describes: it knows the names of what it is
/// about.
public protocol ScenarioGame: Game {
  /// The name of the scenario.
  var name: String { get }

  /// What a player is called: `firm` or `player`.
  var playerNoun: String { get }

  /// The name of each player, in order.
  var playerNames: [String] { get }

  /// The name of each variable of a profile.
  var variableNames: [String] { get }

  /// Whether each player has one level, which bears the player's name.
  var levelsBearPlayerNames: Bool { get }

  /// What each channel adds to each player's payoff, in the order of results;
  /// empty if the payoff has no channels.
  func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])]

  /// The subsidy that makes a profile an equilibrium at the least outlay; nil
  /// if the game knows no subsidies.
  func subsidy(implementing levels: Profile<Double>) -> ImplementingSubsidy?

  /// What a commitment does at a profile; nil if the game has none.
  func commitment(at levels: Profile<Double>) -> CommitmentOutcome?

  /// The level of each player, the mean of those who have several.
  func meanLevels(at levels: Profile<Double>) -> [Double]

  /// The game with levels and without noise, whose optimum counts.
  var standard: any ScenarioGame { get }

  /// The equilibria, by a search of this game or of one that is equivalent.
  func equilibria(using search: BranchAndPrune) -> EquilibriumSet

  /// The game between groups that decide together.
  ///
  /// - Parameter groups: The members of each, a partition of the players; nil
  ///   if everybody decides alone.
  /// - Returns: The game whose players are the groups.
  func between(_ groups: [[Int]]?) -> GameBetweenGroups

  /// The game whose equilibria are searched for and certified.
  var searched: SearchedGame { get }

  /// The game in which these subsidies are paid per unit of each level, instead
  /// of any other; nil if the game knows no subsidies.
  func paying(_ rates: [Double]) -> (any ScenarioGame)?

  /// The game as text, the same for every way of writing its scenario: what
  /// ``digest`` is taken of.
  var canonicalText: String { get }
}

/// The game in which the equilibria of a scenario's game are searched for: with
/// constraints it has more players and variables.
public struct SearchedGame: Sendable {
  /// The game.
  public var game: any Game
  /// Whether no equilibrium of the scenario's game is missing in it.
  public var isExhaustive = true
  /// Theorems that leave the scenario's game at most one equilibrium, beside
  /// those of the game itself.
  public var theorems: [UniquenessTheorem] = []
}

extension ScenarioGame {
  /// The mean of each player's variables.
  public func meanLevels(at levels: Profile<Double>) -> [Double] {
    (0..<playerCount).map { player in
      let own = strategies.variables(of: player)
      return own.reduce(0) { $0 + levels[$1] } / Double(max(1, own.count))
    }
  }

  /// The game itself.
  public var standard: any ScenarioGame { self }

  /// The game itself.
  public var searched: SearchedGame { SearchedGame(game: self) }

  /// What the search finds in the game itself.
  public func equilibria(using search: BranchAndPrune) -> EquilibriumSet {
    search.equilibria(of: self)
  }
}

extension ScenarioGame {
  /// There is none.
  public func commitment(at levels: Profile<Double>) -> CommitmentOutcome? {
    nil
  }

  /// The game knows no subsidies.
  public func paying(_ rates: [Double]) -> (any ScenarioGame)? { nil }

  /// A part of the strategy space in words: `x in [0, 0.5], y = 1`.
  func describe(_ part: Box) -> String {
    let texts = part.indices.map { v in
      let (lower, upper) = (part[v].lower, part[v].upper)
      return lower == upper
        ? "\(variableNames[v]) = \(lower.shortDescription)"
        : "\(variableNames[v]) in "
          + "[\(lower.shortDescription), \(upper.shortDescription)]"
    }
    let shown = texts.prefix(mostShown).joined(separator: ", ")
    return texts.count > mostShown ? shown + ", …" : shown
  }

  /// Analyses the game: every equilibrium, the optimum, the gap and what
  /// closes it.
  ///
  /// - Parameter analyzer: The methods and their limits.
  /// - Returns: The analysis.
  public func analyze(using analyzer: Analyzer = Analyzer()) -> Analysis {
    analyzer.analyze(self)
  }

  /// `(W − W(0)) / (W(optimum) − W(0))`: the share of what could be gained
  /// over "nobody shares", all levels at their lower bounds. If nothing could be
  /// gained, that is, no more than rounding adds to a sum of payoffs, it is 1,
  /// or −∞ where something is lost.
  public func efficiency(of welfare: Double, optimum: Double) -> Double {
    let payoffs = self.payoffs(at: strategies.lowerBounds)
    let nobody = self.welfare(of: payoffs, at: strategies.lowerBounds)
    let size = payoffs.reduce(max(abs(welfare), abs(optimum))) { $0 + abs($1) }
    let gain = optimum - nobody
    let rounding = size * gainTolerance
    if gain > rounding { return (welfare - nobody) / gain }
    return welfare >= nobody - rounding ? 1 : -.infinity
  }
}

/// The most variables that a message names.
private let mostShown = 6

/// The share of the payoffs' size up to which a gain is rounding.
private let gainTolerance = 1e-15

extension ScenarioGame {
  /// The cluster that plays, if one does whose firms share with all alike.
  var playingCluster: Cluster? {
    (self as? any PlayedGame)?.cluster
      ?? (self as? ParametricSharingGame)?.cluster
  }

  /// The firms of a cluster that plays.
  var firms: [Firm]? { playingCluster?.firms }
}

extension SharingGame: ScenarioGame {
  /// The name of the cluster.
  public var name: String { cluster.name }
  /// Players are firms.
  public var playerNoun: String { "firm" }
  /// The names of the firms.
  public var playerNames: [String] { cluster.firms.map(\.name) }
  /// The names of the firms.
  public var variableNames: [String] { playerNames }
  /// Each firm has one level.
  public var levelsBearPlayerNames: Bool { true }

  /// The subsidy of least outlay.
  public func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? {
    ImplementingSubsidy(self, of: cluster, implementing: levels)
  }

  /// What the cluster's commitment does.
  public func commitment(at levels: Profile<Double>) -> CommitmentOutcome? {
    cluster.commitment(in: self, at: levels)
  }

  /// The same cluster with another subsidy.
  public func paying(_ rates: [Double]) -> (any ScenarioGame)? {
    cluster.paying(rates)
  }
}

extension ParametricSharingGame: ScenarioGame {
  var name: String { cluster.name }
  var playerNoun: String { "firm" }
  var playerNames: [String] { cluster.firms.map(\.name) }
  var variableNames: [String] { playerNames }
  var levelsBearPlayerNames: Bool { true }

  func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] {
    cluster.channels.map { kind in
      (kind.name, levels.indices.map { kind.payoff(view(of: $0, at: levels)) })
    }
  }

  func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? {
    ImplementingSubsidy(self, of: cluster, implementing: levels)
  }

  func commitment(at levels: Profile<Double>) -> CommitmentOutcome? {
    cluster.commitment(in: self, at: levels)
  }

  func paying(_ rates: [Double]) -> (any ScenarioGame)? {
    cluster.paying(rates)
  }
}

extension Cluster {
  /// The game that the firms play: a ``SharingGame``, unless royalties ask for
  /// more.
  ///
  /// - Throws: `ScenarioError` if the cluster was changed to something
  ///   inadmissible.
  /// - Complexity: One pass over the links.
  public func game() throws(ScenarioError) -> any ScenarioGame {
    try validate()
    guard model.sharing == .uniform else {
      return try DirectedSharingGame(self)
    }
    return uncheckedGame
  }

  /// The game that the firms of an admissible cluster play: through linear
  /// aggregates where these carry it.
  var uncheckedGame: any ScenarioGame {
    SharingGame.carries(self)
      ? SharingGame(SharingData(self)) : ParametricSharingGame(self)
  }

  /// The game of the firms with another subsidy; nil if a rate is not finite.
  func paying(_ rates: [Double]) -> (any ScenarioGame)? {
    var cluster = self
    cluster.policy.subsidy = .perFirm(rates)
    return try? cluster.game()
  }
}

extension FormulaGame: ScenarioGame {
  /// Players are players.
  public var playerNoun: String { "player" }
  /// Variables have names of their own.
  public var levelsBearPlayerNames: Bool { false }

  /// Formulas have no channels.
  public func breakdown(
    at levels: Profile<Double>
  ) -> [(channel: String, amounts: [Double])] { [] }

  /// The game with auctioneers if there are constraints.
  public var searched: SearchedGame {
    guard isConstrained else { return SearchedGame(game: self) }
    let auctioneers = AuctioneerGame(self)
    let isAlone = auctioneers.hasAtMostOne
    return SearchedGame(
      game: auctioneers.game,
      isExhaustive: isAlone || auctioneers.isExhaustive,
      theorems: isAlone ? [.diagonalStrictConcavity] : [])
  }

  /// Formulas know no subsidy.
  public func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? { nil }
}
