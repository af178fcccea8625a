import Equilibria
import Games
import LinearAlgebra

/// The sharing game of firms that share everything or withhold it
/// (`model.choice: all`).
///
/// A level is the fraction of the cap that is shared, by chance or by part of
/// the firm's units; payoffs are linear in it:
///
///     U_i(s) = u_i(0, s_−i) + (s_i/cap_i) Δ_i(s),
///     Δ_i(s) = u_i(cap_i, s_−i) − u_i(0, s_−i).
///
/// Pure equilibria are corners, mixed ones interior.
public struct WithholdingGame: AggregativeGame {
  /// The game of the same cluster with levels.
  public internal(set) var base: SharingGame
  /// Those of the game with levels, without the own level.
  public let aggregates: [LinearAggregate]

  /// The own weights in the sums that the aggregates leave them out of; empty
  /// where there are none.
  private let ownWeights: [[Double]]

  /// The game of a cluster.
  public init(_ base: SharingGame) {
    self.base = base
    var aggregates = base.aggregates
    var ownWeights = aggregates.map { _ in [Double]() }
    for (k, aggregate) in base.aggregates.enumerated() {
      guard case .weightedSum(let weights) = aggregate.form else { continue }
      let others = BlockUniformMatrix(
        rowScale: weights.map { _ in 1 },
        block: Matrix(rows: 1, columns: 1, repeating: 1),
        columnScale: weights, groups: weights.map { _ in 0 })
      ownWeights[k] = weights
      aggregates[k] = LinearAggregate(
        .network(.blockUniform(others)),
        relativeError: SharingData.relativeError)
    }
    self.aggregates = aggregates
    self.ownWeights = ownWeights
  }

  /// Levels in [0, cap] for each firm.
  public internal(set) var strategies: StrategySpace {
    get { base.strategies }
    set { base.strategies = newValue }
  }
  /// The subsidy of each firm per unit of sharing level.
  public var subsidies: [Double] { base.subsidies }
  /// What an outsider pays whatever is played.
  public var fixedCharge: Double { base.fixedCharge }
  /// Inflow and openness.
  public var marginalAggregateCount: Int { 2 }
  /// As those of the game with levels: what everything brings is the integral
  /// of what a little more brings.
  public var influences: [AggregateInfluence] { base.influences }

  /// Linear between withholding and sharing everything.
  public func payoff<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let cap = strategies.upperBounds[firm]
    let low = base(firm, at: 0, aggregates)
    guard cap > 0 else { return low }
    return low + own / S(cap) * (base(firm, at: cap, aggregates) - low)
  }

  /// What sharing everything brings, per unit of the level.
  @inline(__always)
  public func marginal<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    let cap = strategies.upperBounds[firm]
    guard cap > 0 else { return 0 }
    // What follows the marginal aggregates is the same with and without, but
    // for the own part.
    var others = aggregates
    for k in 2..<4 { others[k] = 0 }
    return (base(firm, at: cap, others) - base(firm, at: 0, others)) / S(cap)
  }

  /// The payoff of the game with levels at a level.
  @inline(__always)
  private func base<S: Scalar>(
    _ firm: Int, at level: Double, _ others: Aggregates<S>
  ) -> S {
    base.payoff(
      of: firm, own: S(level),
      aggregates: seen(by: firm, sharing: level, others))
  }

  /// What a firm sees in the game with levels that shares at a level.
  @inline(__always)
  func seen<S: Scalar>(
    by firm: Int, sharing level: Double, _ others: Aggregates<S>
  ) -> Aggregates<S> {
    var aggregates = others
    for (k, weights) in ownWeights.enumerated()
    where level != 0 && !weights.isEmpty {
      let weight = S(weights[firm], relativeError: SharingData.relativeError)
      aggregates[k] += weight * S(level)
    }
    return aggregates
  }
}

extension WithholdingGame: PlayedGame {
  /// The cluster that plays.
  var cluster: Cluster { base.cluster }

  mutating func updateNumbers(of firm: Int, from data: SharingData) {
    base.updateNumbers(of: firm, from: data)
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
