import Games
import LinearAlgebra

/// A game with one level a player whose own marginal payoffs are cheap: what
/// adjustment moves by.
///
/// Every game of one level a player is one; an ``AggregativeGame`` answers from
/// its aggregates.
package protocol RespondingGame: Game {
  /// The marginal payoffs while the others stay at a profile.
  func marginals(at levels: Profile<Double>) -> any MarginalSource

  /// The same while the others stay anywhere in a box.
  func marginals(over box: Box) -> any MarginalEnclosureSource

  /// Whether it is known that no marginal payoff falls in the level of
  /// another player.
  var hasRisingMarginals: Bool { get }
}

/// The marginal payoff of players against a fixed profile of the others.
package protocol MarginalSource {
  /// The marginal payoff of a player who plays `own`, and its slope in it.
  func marginal(of player: Int, own: Double) -> (value: Double, slope: Double)

  /// The best response of a player within bounds, looked for from a level,
  /// which stays where the player is indifferent.
  func response(
    of player: Int, within range: ClosedRange<Double>, from start: Double
  ) -> Double
}

extension MarginalSource {
  /// Asks for the marginal payoff at every level that is tried.
  package func response(
    of player: Int, within range: ClosedRange<Double>, from start: Double
  ) -> Double {
    OwnResponse(range: range).level(from: start) {
      marginal(of: player, own: $0)
    }
  }
}

/// Enclosures of the marginal payoff of players against others in a box.
package protocol MarginalEnclosureSource {
  /// The marginal payoff of a player who plays anything in `own`.
  func marginal(of player: Int, own: Interval) -> Interval
}

extension RespondingGame {
  /// Nothing is known.
  package var hasRisingMarginals: Bool { false }

  /// Asks the game for its whole pseudo-gradient each time.
  package func marginals(at levels: Profile<Double>) -> any MarginalSource {
    DirectMarginals(game: self, levels: levels)
  }

  /// Asks the game for its whole pseudo-gradient each time.
  package func marginals(over box: Box) -> any MarginalEnclosureSource {
    DirectMarginalEnclosures(game: self, box: box)
  }
}

extension RespondingGame where Self: AggregativeGame {
  /// Whether marginal payoffs rise with every aggregate that matters, and no
  /// aggregate falls in a level.
  package var hasRisingMarginals: Bool {
    let aggregates = aggregates.prefix(marginalAggregateCount)
    return aggregates.count == influences.count
      && zip(aggregates, influences).allSatisfy { aggregate, influence in
        switch influence {
        case .none: true
        case .rising: aggregate.isNonnegative(players: strategies.dimension)
        case .falling, .unknown: false
        }
      }
  }

  /// From the aggregates, which are read once.
  package func marginals(at levels: Profile<Double>) -> any MarginalSource {
    AggregateMarginals(self, at: levels)
  }

  /// From the aggregates, which are read once.
  package func marginals(over box: Box) -> any MarginalEnclosureSource {
    AggregateMarginalEnclosures(self, over: box)
  }
}

private struct DirectMarginals<G: Game>: MarginalSource {
  let game: G
  let levels: [Double]

  func marginal(
    of player: Int, own: Double
  ) -> (value: Double, slope: Double) {
    var levels = levels
    levels[player] = own
    var gradient = levels
    var jacobian = Matrix(rows: levels.count, columns: levels.count)
    game.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
    return (gradient[player], jacobian[player, player])
  }
}

private struct DirectMarginalEnclosures<G: Game>: MarginalEnclosureSource {
  let game: G
  let box: Box

  func marginal(of player: Int, own: Interval) -> Interval {
    var box = box
    box[player] = own
    var gradient = box
    game.pseudoGradientEnclosure(over: box, into: &gradient)
    return gradient[player]
  }
}

private struct AggregateMarginals<G: AggregativeGame>: MarginalSource {
  let game: G
  let levels: [Double]
  let state: AggregateState<Double>
  let weights: [LinearAggregate]

  init(_ game: G, at levels: [Double]) {
    self.game = game
    self.levels = levels
    weights = Array(game.aggregates.prefix(game.marginalAggregateCount))
    state = AggregateState(
      game.aggregates, count: game.marginalAggregateCount, at: levels)
  }

  func marginal(
    of player: Int, own: Double
  ) -> (value: Double, slope: Double) {
    marginal(of: player, own: own, state.values(of: player, at: levels))
  }

  /// Reads what the player sees of the others once.
  func response(
    of player: Int, within range: ClosedRange<Double>, from start: Double
  ) -> Double {
    let values = state.values(of: player, at: levels)
    return OwnResponse(range: range).level(from: start) {
      marginal(of: player, own: $0, values)
    }
  }

  private func marginal(
    of player: Int, own: Double, _ seen: Aggregates<Double>
  ) -> (value: Double, slope: Double) {
    var values = seen
    for (k, aggregate) in weights.enumerated() {
      let weight = aggregate.ownWeight(of: player)
      if weight != 0 { values[k] += weight * (own - levels[player]) }
    }
    let slopes = game.marginalSlopes(
      of: player, own: own, aggregates: values)
    var slope = slopes.own
    for (k, aggregate) in weights.enumerated() {
      slope += aggregate.ownWeight(of: player) * slopes.aggregates[k]
    }
    return (slopes.value, slope)
  }
}

private struct AggregateMarginalEnclosures<G: AggregativeGame>:
  MarginalEnclosureSource
{
  let game: G
  let box: Box
  let state: AggregateState<Interval>
  let weights: [LinearAggregate]

  init(_ game: G, over box: Box) {
    self.game = game
    self.box = box
    weights = Array(game.aggregates.prefix(game.marginalAggregateCount))
    state = AggregateState(
      game.aggregates, count: game.marginalAggregateCount, at: box)
  }

  func marginal(of player: Int, own: Interval) -> Interval {
    var values = state.values(of: player, at: box)
    for (k, aggregate) in weights.enumerated() {
      let weight = aggregate.ownWeightEnclosure(of: player)
      guard weight.magnitude > 0 else { continue }
      values[k] = values[k].removing(weight * box[player]) + weight * own
    }
    return game.marginal(of: player, own: own, aggregates: values)
  }
}

extension LinearAggregate {
  /// Whether no coefficient of any player is below zero.
  fileprivate func isNonnegative(players: Int) -> Bool {
    (0..<players).allSatisfy { i in
      var isNonnegative = true
      forEachCoefficient(of: i) { _, weight in
        if weight < 0 { isNonnegative = false }
      }
      return isNonnegative
    }
  }
}
