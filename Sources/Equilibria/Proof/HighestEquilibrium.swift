import Games
import LinearAlgebra

/// Proves that no equilibrium is above the one near a profile.
///
/// Every equilibrium lies below the upper bounds. If `y` lies above every
/// equilibrium and the marginal payoff of player i at `b` is negative with the
/// rising aggregates taken at y, no equilibrium has `x_i ≥ b`: y falls to b.
/// Sweeps over the players bring y down, each step checked with intervals,
/// until it lies in the box in which there is exactly one equilibrium
/// (``LocalContraction``). In a game of strategic complements that equilibrium
/// is the highest (Tarski).
///
/// Aggregates in which marginal payoffs fall are held at the lower end of what
/// the equilibrium in the box has: then y lies above every equilibrium that has
/// at least as much of each, and those are shown to lie in the box too. What is
/// proven is that every other equilibrium has less of some such aggregate: in a
/// cluster, that it is less open.
///
/// Reference: Milgrom and Roberts, Econometrica 58, 1990; Tarski, Pacific
/// Journal of Mathematics 5, 1955.
package struct HighestEquilibrium: Sendable {
  /// The limit on sweeps.
  package var sweepLimit: Int
  /// The smallest move that is still made.
  package var leastMove: Double

  /// A proof with its limits.
  ///
  /// - Parameters:
  ///   - sweepLimit: The limit on sweeps.
  ///   - leastMove: The smallest move that is still made.
  package init(sweepLimit: Int = 10_000, leastMove: Double = 1e-14) {
    self.sweepLimit = sweepLimit
    self.leastMove = leastMove
  }

  /// Whether it is proven that no equilibrium is above the one near a profile.
  ///
  /// - Parameters:
  ///   - levels: The profile, very near an equilibrium.
  ///   - game: The game; it states the influences of its aggregates, and their
  ///     coefficients and levels are not negative.
  /// - Returns: Whether it is proven; false says nothing.
  /// - Complexity: About that of the sweeps that find the equilibrium, times
  ///   ten.
  package func proves<G: AggregativeGame>(
    _ levels: [Double], in game: G
  ) -> Bool {
    guard let contractions = LocalContractions(game, around: levels),
      let region = contractions.widest(within: 1e-3),
      let near = contractions.narrowest,
      var descent = Descent(game, near: near.box)
    else { return false }
    for _ in 0..<sweepLimit {
      if descent.lies(in: region.box) { return true }
      guard descent.sweep(leastMove) else { return false }
    }
    return false
  }
}

/// The upper bound y of ``HighestEquilibrium`` on its way down.
private struct Descent<G: AggregativeGame> {
  private let game: G
  private let aggregates: [LinearAggregate]
  private let influences: [AggregateInfluence]
  /// The lower ends at which falling aggregates are held.
  private var held = Aggregates<Double>()
  private var bounds: [Double]
  /// The players whose bound may still fall.
  private var active: [Int]

  /// Starts at the upper bounds; nil if the game is not of the kind needed.
  init?(_ game: G, near box: Box) {
    self.game = game
    aggregates = Array(game.aggregates.prefix(game.marginalAggregateCount))
    influences = game.influences
    bounds = game.strategies.upperBounds
    active = Array(bounds.indices)
    for (aggregate, influence) in zip(aggregates, influences) {
      guard aggregate.allows(influence, players: bounds.count) else {
        return nil
      }
    }
    for k in aggregates.indices where influences[k] == .falling {
      held[k] = aggregates[k].value(of: 0, at: box).lower
    }
    let isNonnegative = game.strategies.lowerBounds.allSatisfy { $0 >= 0 }
    guard isNonnegative && fallsInOwnLevel else { return nil }
  }

  /// Whether each marginal payoff falls in the own level, aggregates being
  /// held anywhere.
  private var fallsInOwnLevel: Bool {
    let box = game.strategies.box
    let state = AggregateState(aggregates, count: aggregates.count, at: box)
    return box.indices.allSatisfy { i in
      game.marginalSlopes(
        of: i, own: box[i], aggregates: state.values(of: i, at: box)
      ).own.isNonpositive
    }
  }

  /// Lowers the bound of each player as far as it is proven; false if nobody's
  /// moves.
  mutating func sweep(_ leastMove: Double) -> Bool {
    var largest = 0.0
    let lower = game.strategies.lowerBounds
    for i in active {
      let before = bounds[i]
      descend(i, leastMove)
      largest = max(largest, before - bounds[i])
    }
    active.removeAll { bounds[$0] == lower[$0] }
    return largest > leastMove
  }

  private mutating func descend(_ player: Int, _ leastMove: Double) {
    var seen = held
    for k in aggregates.indices where influences[k] == .rising {
      seen[k] = aggregates[k].upperValue(of: player, at: bounds)
    }
    var others = seen
    for k in aggregates.indices where influences[k] == .falling {
      others[k] -= aggregates[k].ownWeight(of: player) * bounds[player]
    }
    let response = game.bestResponse(
      of: player, to: others, from: bounds[player])
    guard response < bounds[player] - leastMove else { return }
    let points = seen.map { Interval($0) }
    // Above the response by a little the marginal payoff is surely negative.
    for margin in [0, 1e-15, 1e-14, 1e-12, 1e-10] {
      let trial = response + margin
      guard trial < bounds[player] - leastMove else { return }
      let marginal = game.marginal(
        of: player, own: Interval(trial), aggregates: points)
      if marginal.isNegative {
        bounds[player] = trial
        return
      }
    }
  }

  /// Whether every equilibrium that is left lies in a box.
  func lies(in box: Box) -> Bool {
    let lower = game.strategies.lowerBounds
    for i in bounds.indices where bounds[i] > box[i].upper { return false }
    let falling = aggregates.indices.filter { influences[$0] == .falling }
    guard !falling.isEmpty else { return true }
    // What a falling aggregate can lose bounds how far a level can be below y.
    let point = bounds.map { Interval($0) }
    return falling.contains { k in
      let most = aggregates[k].value(of: 0, at: point)
      let loss = most - Interval(held[k])
      return bounds.indices.allSatisfy { i in
        if box[i].lower == lower[i] { return true }
        let weight = aggregates[k].ownWeightEnclosure(of: i)
        guard weight.isPositive else { return false }
        return (point[i] - loss / weight).lower >= box[i].lower
      }
    }
  }
}

extension LinearAggregate {
  /// Whether ``HighestEquilibrium`` can use the aggregate: a network without
  /// own weights if it rises, a common sum if it falls, and no coefficient
  /// below zero.
  fileprivate func allows(
    _ influence: AggregateInfluence, players: Int
  ) -> Bool {
    switch (influence, form) {
    case (.none, _): return true
    case (.rising, .network):
      return (0..<players).allSatisfy { i in
        var isNonnegative = ownWeight(of: i) == 0
        forEachCoefficient(of: i) { _, weight in
          if weight < 0 { isNonnegative = false }
        }
        return isNonnegative
      }
    case (.falling, .weightedSum(let weights)):
      return weights.allSatisfy { $0 >= 0 }
    default: return false
    }
  }

  /// A number that the exact value of a player does not exceed; levels and
  /// coefficients and levels are not negative.
  fileprivate func upperValue(of player: Int, at levels: [Double]) -> Double {
    var sum = 0.0
    var terms = 4.0
    forEachCoefficient(of: player) { j, weight in
      sum += weight * levels[j]
      terms += 1
    }
    let rounding = 2 * terms * Double.ulpOfOne + 2 * relativeError
    return (sum * (1 + rounding)).nextUp
  }
}
