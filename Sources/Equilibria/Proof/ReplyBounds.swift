import Games
import LinearAlgebra

/// What an evaluation over a box tells of each player's best responses to it;
/// it holds for every narrower box around the same profile too. See
/// ``LocalContraction``.
struct ReplyBounds {
  /// What is known of one player.
  private enum Reply {
    /// The player stays where it is, strictly.
    case held
    /// The player moves, from a bound or from between them.
    case free(Sizes, isAtBound: Bool)
  }

  /// The magnitudes of a marginal payoff and of its slopes.
  private struct Sizes {
    /// `|F_i|` at the profile.
    var marginal: Double
    /// The most of `|∂F_i/∂a_k|` over the box.
    var aggregates = InlineArray<4, Double>(repeating: 0)
    /// The least of `−∂F_i/∂x_i` over the box, positive.
    var fall: Double
  }

  /// The profile in the middle.
  let levels: [Double]
  private let weights: ContractionWeights
  private var replies: [Reply]

  /// The bounds over the box of a radius; nil if best responses are not proven
  /// to contract on it or the work is to stop.
  ///
  /// - Parameters:
  ///   - box: The box.
  ///   - levels: The profile in its middle.
  ///   - radius: The radius.
  ///   - game: The game.
  ///   - weights: The weights of the sides of the box.
  /// - Complexity: Two passes over the links and three evaluations over
  ///   intervals a player.
  init?<G: AggregativeGame>(
    to box: Box, around levels: [Double], radius: Double, in game: G,
    _ weights: ContractionWeights
  ) {
    self.levels = levels
    self.weights = weights
    replies = []
    let (aggregates, strategies) = (weights.aggregates, game.strategies)
    let centre = levels.map { Interval($0) }
    let atCentre = AggregateState(
      aggregates, count: aggregates.count, at: centre)
    let overBox = AggregateState(aggregates, count: aggregates.count, at: box)
    let blocks = Parallel.blocks(of: levels.count) { block -> [Reply]? in
      guard !Cancellation.isRequested else { return nil }
      var found: [Reply] = []
      found.reserveCapacity(block.count)
      for i in block {
        let view = PlayerView(
          player: i, strategy: strategies.interval(of: i), own: box[i],
          centre: centre[i], values: overBox.values(of: i, at: box))
        guard
          let reply = reply(
            view, in: game, radius, { atCentre.values(of: i, at: centre) })
        else { return nil }
        found.append(reply)
      }
      return found
    }
    guard blocks.allSatisfy({ $0 != nil }) else { return nil }
    replies = Array(blocks.lazy.compactMap(\.self).joined())
  }

  /// What a player may do and sees over a box.
  private struct PlayerView {
    var player: Int
    var strategy: Interval
    var own: Interval
    var centre: Interval
    var values: Aggregates<Interval>

    var isAtBound: Bool {
      centre.lower == strategy.lower || centre.lower == strategy.upper
    }

    /// Whether a player with a marginal payoff stays at its bound, strictly.
    func isHeld(by marginal: Interval) -> Bool {
      centre.lower == strategy.lower && marginal.isNegative
        || centre.lower == strategy.upper && marginal.isPositive
    }
  }

  /// What is known of a player; nil if it may leave the box.
  private func reply<G: AggregativeGame>(
    _ view: PlayerView, in game: G, _ radius: Double,
    _ valuesAtCentre: () -> Aggregates<Interval>
  ) -> Reply? {
    if view.strategy.isPoint { return .held }
    guard isConcave(game, view) else { return nil }
    let slopes = game.marginalSlopes(
      of: view.player, own: view.own, aggregates: view.values)
    if view.isHeld(by: slopes.value) { return .held }
    let own = totalSlope(slopes, of: view.player)
    guard own.isNegative else { return nil }
    let marginal = game.marginal(
      of: view.player, own: view.centre, aggregates: valuesAtCentre())
    var sizes = Sizes(marginal: marginal.magnitude, fall: -own.upper)
    for k in weights.aggregates.indices {
      sizes.aggregates[k] = slopes.aggregates[k].magnitude
    }
    guard staysWithin(view.player, sizes, radius) else { return nil }
    return .free(sizes, isAtBound: view.isAtBound)
  }

  /// The bounds over a part of the box: players who stay at their bound there
  /// are told.
  ///
  /// - Complexity: One evaluation over intervals for each free player at a
  ///   bound.
  func sharpened<G: AggregativeGame>(to part: Box, in game: G) -> ReplyBounds {
    let (aggregates, strategies) = (weights.aggregates, game.strategies)
    let state = AggregateState(aggregates, count: aggregates.count, at: part)
    var result = self
    result.replies = Parallel.values(replies.count) { i in
      guard case .free(_, isAtBound: true) = replies[i],
        !Cancellation.isRequested
      else { return replies[i] }
      let view = PlayerView(
        player: i, strategy: strategies.interval(of: i), own: part[i],
        centre: Interval(levels[i]), values: state.values(of: i, at: part))
      let marginal = game.marginalSlopes(
        of: i, own: view.own, aggregates: view.values
      ).value
      return view.isHeld(by: marginal) ? .held : replies[i]
    }
    return result
  }

  /// Whether best responses contract on the box of a radius, which is the box of
  /// the evaluation or lies in it; if so, whether every player at a bound is
  /// there strictly. Nil if it could not be proven.
  func contract(within radius: Double) -> Bool? {
    var isStrict = true
    for (i, reply) in replies.enumerated() {
      guard case .free(let sizes, let isAtBound) = reply else { continue }
      guard staysWithin(i, sizes, radius) else { return nil }
      isStrict = isStrict && !isAtBound
    }
    return isStrict
  }

  /// The inequality of ``LocalContraction`` for one player.
  private func staysWithin(
    _ player: Int, _ sizes: Sizes, _ radius: Double
  ) -> Bool {
    var moved = Interval(sizes.marginal)
    let width = Interval(radius)
    for k in weights.aggregates.indices {
      moved +=
        Interval(sizes.aggregates[k]) * Interval(weights.reach[k][player])
        * width
    }
    let room =
      width * Interval(weights.values[player]) * Interval(sizes.fall)
    return moved.upper < room.lower
  }

  /// Whether the payoff is concave over all own strategies, the others being
  /// anywhere in the box.
  private func isConcave<G: AggregativeGame>(
    _ game: G, _ view: PlayerView
  ) -> Bool {
    var wide = view.values
    for (k, aggregate) in weights.aggregates.enumerated() {
      let weight = aggregate.ownWeightEnclosure(of: view.player)
      guard weight.magnitude > 0 else { continue }
      wide[k] =
        view.values[k].removing(weight * view.own) + weight * view.strategy
    }
    return game.ownCurvature(
      of: view.player, own: view.strategy, aggregates: wide
    ).isNonpositive
  }

  /// `∂F_i/∂x_i`, through the aggregates too.
  private func totalSlope(
    _ slopes: Slopes<Interval>, of player: Int
  ) -> Interval {
    var sum = slopes.own
    for (k, aggregate) in weights.aggregates.enumerated() {
      let weight = aggregate.ownWeightEnclosure(of: player)
      if weight.magnitude > 0 { sum += weight * slopes.aggregates[k] }
    }
    return sum
  }
}
