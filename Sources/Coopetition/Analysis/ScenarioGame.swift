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
}

extension ScenarioGame {
  /// Analyses the game: every equilibrium, the optimum, the gap and what
  /// closes it.
  ///
  /// - Parameter analyzer: The methods and their limits.
  /// - Returns: The analysis.
  public func analyze(using analyzer: Analyzer = Analyzer()) -> Analysis {
    analyzer.analyze(self)
  }

  /// `(W − W(0)) / (W(optimum) − W(0))`: the share of what could be gained
  /// over "nobody shares", all levels at their lower bounds; 1 if nothing
  /// could be gained, that is, no more than rounding adds to a sum of payoffs.
  public func efficiency(of welfare: Double, optimum: Double) -> Double {
    let payoffs = self.payoffs(at: strategies.lowerBounds)
    let nobody = self.welfare(at: strategies.lowerBounds)
    let size = payoffs.reduce(max(abs(welfare), abs(optimum))) { $0 + abs($1) }
    let gain = optimum - nobody
    return gain > size * gainTolerance ? (welfare - nobody) / gain : 1
  }
}

/// The share of the payoffs' size up to which a gain is rounding.
private let gainTolerance = 1e-15

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
    ImplementingSubsidy(self, implementing: levels)
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

  /// Formulas know no subsidy.
  public func subsidy(
    implementing levels: Profile<Double>
  ) -> ImplementingSubsidy? { nil }
}
