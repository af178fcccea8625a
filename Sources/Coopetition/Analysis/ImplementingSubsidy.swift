import Games

/// The subsidy that makes a profile an equilibrium at the least outlay.
///
/// With `F_i` firm i's marginal payoff at the profile without any subsidy, the
/// rate is `−F_i` where the firm is between its bounds, `max(0, −F_i)` at its
/// cap and `min(0, −F_i)` at 0. At the social optimum and between bounds it
/// equals the external marginal benefit `∂W/∂s_i − F_i`, since `∂W/∂s_i = 0`
/// there (Pigou, The Economics of Welfare, 1920).
public struct ImplementingSubsidy: Sendable, Equatable {
  /// The payment to each firm per unit of its level; it takes the place of the
  /// scenario's own subsidy.
  public var rates: [Double]
  /// What is paid in total at the profile.
  public var outlay: Double
  /// Whether the scenario pays a subsidy of its own, which must end.
  public var isReplacing: Bool
  /// The equilibria that there are when it is paid; nil if they were not
  /// sought. A subsidy that makes the optimum an equilibrium does not remove the
  /// others.
  public var outcome: SubsidisedOutcome?

  /// The subsidy that makes `levels` an equilibrium of a game.
  ///
  /// - Complexity: One pass over the links.
  public init(_ game: SharingGame, implementing levels: [Double]) {
    self.init(game, of: game.cluster, implementing: levels)
  }

  /// The subsidy that makes `levels` an equilibrium of the game that a
  /// cluster plays.
  ///
  /// - Complexity: One pass over the links.
  init(_ game: some Game, of cluster: Cluster, implementing levels: [Double]) {
    self.init(
      game, paying: levels.indices.map { cluster.policy.subsidy.rate(of: $0) },
      implementing: levels)
  }

  /// The subsidy that makes `levels` an equilibrium of a game in which rates are
  /// paid per unit of each level.
  init(_ game: some Game, paying paid: [Double], implementing levels: [Double])
  {
    let marginals = game.pseudoGradient(at: levels)
    let bounds = game.strategies
    rates = levels.indices.map { i in
      let lacking = paid[i] - marginals[i]
      let (floor, cap) = (bounds.lowerBounds[i], bounds.upperBounds[i])
      if floor == cap { return 0 }
      if levels[i] == floor { return min(0, lacking) }
      return levels[i] == cap ? max(0, lacking) : lacking
    }
    outlay = zip(rates, levels).reduce(0) { $0 + $1.0 * $1.1 }
    isReplacing = paid.contains { $0 != 0 }
  }

  /// The share of the largest rate by which the rate of a firm at a bound is
  /// moved, so that it is there strictly.
  public static let margin = 1e-8

  /// The rates with a margin: at the least outlay a firm at a bound is just
  /// indifferent, and the smallest error would make it leave.
  ///
  /// A firm at its cap gets more, one that shares nothing less, by
  /// ``margin`` times the largest rate; the others get what they got.
  public func ratesWithMargin(
    at levels: [Double], in space: StrategySpace
  ) -> [Double] {
    let margin = Self.margin * rates.reduce(0) { max($0, abs($1)) }
    return rates.indices.map { i in
      if levels[i] == space.upperBounds[i] { return rates[i] + margin }
      return levels[i] == space.lowerBounds[i] ? rates[i] - margin : rates[i]
    }
  }
}

/// The equilibria of a cluster in which a subsidy is paid.
public struct SubsidisedOutcome: Sendable, Equatable {
  /// One of the equilibria.
  public struct Equilibrium: Sendable, Equatable {
    /// The levels.
    public var levels: [Double]
    /// The sum of all payoffs less subsidies.
    public var welfare: Double
    /// What is paid there.
    public var outlay: Double
    /// Whether deviations die out.
    public var stability: Stability
    /// Whether its existence is proven.
    public var isProven: Bool
    /// Whether it is the profile that the subsidy is to implement.
    public var isIntended: Bool
  }

  /// The rates that are paid, margin included.
  public var rates: [Double]
  /// The equilibria, by falling welfare.
  public var equilibria: [Equilibrium]
  /// Whether it is proven that there is no other, but for those of the same set
  /// where some are one of a set.
  public var isComplete: Bool
  /// Whether some of the equilibria are one of a set, in which levels are free.
  var hasSets: Bool

  /// What a search found in the game in which the subsidy is paid.
  init(
    _ found: EquilibriumSet, of game: some ScenarioGame,
    paying rates: [Double], near intended: [Double]
  ) {
    self.rates = rates
    isComplete = found.isComplete
    hasSets = !found.components.isEmpty
    equilibria = found.equilibria.map { equilibrium in
      let levels = equilibrium.levels
      let distance = zip(levels, intended).reduce(0) {
        max($0, abs($1.0 - $1.1))
      }
      return Equilibrium(
        levels: levels, welfare: game.welfare(at: levels),
        outlay: zip(rates, levels).reduce(0) { $0 + $1.0 * $1.1 },
        stability: equilibrium.stability, isProven: equilibrium.isProven,
        isIntended: distance <= Self.sameness)
    }
    .sorted { $0.welfare > $1.welfare }
  }

  /// How far from the intended levels those of an equilibrium may be.
  private static let sameness = 1e-5
}
