import Games
import LinearAlgebra

/// The weights of the norm in which best responses contract; see
/// ``LocalContraction``.
struct ContractionWeights {
  /// The weight of each player, positive.
  let values: [Double]
  /// An upper bound of what each aggregate makes of the weights, for each
  /// player, own contribution included.
  private let reach: [[Double]]
  private let aggregates: [LinearAggregate]

  /// The accuracy of the weights; any that pass the test will do.
  private static let accuracy = 1e-2
  /// The least share of `(I − B) w = 1` that is left.
  private static let leastShare = 0.25

  /// The weights at a profile; nil if there are none.
  init?(_ game: some AggregativeGame, at levels: [Double]) {
    aggregates = Array(game.aggregates.prefix(game.marginalAggregateCount))
    let slopes = ResponseSlopes(game, aggregates, at: levels)
    let ones = [Double](repeating: 1, count: levels.count)
    var products = ones
    let solution = GMRES(
      tolerance: Self.accuracy / Double(levels.count).squareRoot(),
      maximumIterations: 300, restart: 60
    ).solve(ones) { x, image in
      slopes.subtractImage(of: x, from: &image, &products)
    }
    let weights = solution.x
    guard weights.allSatisfy({ $0 > 0 }) else { return nil }
    var rest = ones
    slopes.subtractImage(of: weights, from: &rest, &products)
    guard rest.allSatisfy({ $0 >= Self.leastShare }) else { return nil }
    values = weights
    // Sums of fewer than n products of nonnegative numbers.
    let rounding = Double(levels.count + 8) * Double.ulpOfOne
    reach = aggregates.map { aggregate in
      var image = ones
      aggregate.multiply(weights, into: &image)
      let factor = 1 + 2 * rounding + 2 * aggregate.relativeError
      return image.map { $0 * factor }
    }
  }

  /// The box of a radius, within the bounds.
  func box(
    around levels: [Double], radius: Double, in strategies: StrategySpace
  ) -> Box {
    levels.indices.map { i in
      let move = radius * values[i]
      return Interval(
        lower: max(strategies.lowerBounds[i], (levels[i] - move).nextDown),
        upper: min(strategies.upperBounds[i], (levels[i] + move).nextUp))
    }
  }

  /// Whether best responses contract on a box; if so, whether every player at
  /// a bound is there strictly. Nil if it could not be proven.
  func contracts<G: AggregativeGame>(
    _ game: G, on box: Box, around levels: [Double], radius: Double
  ) -> Bool? {
    let count = aggregates.count
    let centre = levels.map { Interval($0) }
    let atCentre = AggregateState(aggregates, count: count, at: centre)
    let overBox = AggregateState(aggregates, count: count, at: box)
    let blocks = 1 + levels.count / Self.blockSize
    let found = Parallel.map(blocks) { block -> Reply in
      var all = Reply.strict
      let last = (block + 1) * levels.count / blocks
      for i in (block * levels.count / blocks)..<last where all != .unproven {
        let reply = reply(
          of: i, in: game, from: centre, atCentre, over: box, overBox, radius)
        all = max(all, reply)
      }
      return all
    }
    let all = found.reduce(.strict, max)
    return all == .unproven ? nil : all == .strict
  }

  /// How many players are looked at one after the other.
  private static let blockSize = 8_192

  /// What is proven of a player's best responses to a box, the most first.
  private enum Reply: Int, Comparable {
    /// They stay in the interior, or strictly at a bound.
    case strict
    /// They stay in the box.
    case within
    case unproven

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private func reply<G: AggregativeGame>(
    of i: Int, in game: G, from centre: Box,
    _ atCentre: AggregateState<Interval>, over box: Box,
    _ overBox: AggregateState<Interval>, _ radius: Double
  ) -> Reply {
    let strategy = Interval(
      lower: game.strategies.lowerBounds[i],
      upper: game.strategies.upperBounds[i])
    if strategy.isPoint { return .strict }
    let values = overBox.values(of: i, at: box)
    guard isConcave(game, i, over: strategy, values, box[i]) else {
      return .unproven
    }
    let slopes = game.marginalSlopes(of: i, own: box[i], aggregates: values)
    let isLow = centre[i].lower == strategy.lower
    let isHigh = centre[i].lower == strategy.upper
    if isLow && slopes.value.isNegative || isHigh && slopes.value.isPositive {
      return .strict
    }
    let marginal = game.marginal(
      of: i, own: centre[i], aggregates: atCentre.values(of: i, at: centre))
    guard staysWithin(i, slopes, marginal, radius) else { return .unproven }
    return isLow || isHigh ? .within : .strict
  }

  /// Whether the payoff is concave over all own strategies, the others being
  /// anywhere in the box.
  private func isConcave<G: AggregativeGame>(
    _ game: G, _ player: Int, over strategy: Interval,
    _ values: Aggregates<Interval>, _ own: Interval
  ) -> Bool {
    var wide = values
    for (k, aggregate) in aggregates.enumerated() {
      let weight = aggregate.ownWeightEnclosure(of: player)
      guard weight.magnitude > 0 else { continue }
      wide[k] = values[k].removing(weight * own) + weight * strategy
    }
    let slopes = game.marginalSlopes(
      of: player, own: strategy, aggregates: wide)
    return totalSlope(slopes, of: player).isNonpositive
  }

  /// The inequality of ``LocalContraction`` for one player.
  private func staysWithin(
    _ player: Int, _ slopes: Slopes<Interval>, _ marginal: Interval,
    _ radius: Double
  ) -> Bool {
    let own = totalSlope(slopes, of: player)
    guard own.isNegative else { return false }
    var moved = Interval(marginal.magnitude)
    let width = Interval(radius)
    for k in aggregates.indices {
      moved +=
        Interval(slopes.aggregates[k].magnitude) * Interval(reach[k][player])
        * width
    }
    let room = width * Interval(values[player]) * Interval(-own.upper)
    return moved.upper < room.lower
  }

  /// `∂F_i/∂x_i`, through the aggregates too.
  private func totalSlope(
    _ slopes: Slopes<Interval>, of player: Int
  ) -> Interval {
    var sum = slopes.own
    for (k, aggregate) in aggregates.enumerated() {
      let weight = aggregate.ownWeightEnclosure(of: player)
      if weight.magnitude > 0 { sum += weight * slopes.aggregates[k] }
    }
    return sum
  }
}

/// The matrix B of ``LocalContraction`` at a profile, as an operator.
private struct ResponseSlopes {
  private let aggregates: [LinearAggregate]
  /// `|∂F_i/∂a_k| / d_i`, zero for players held at a bound.
  private var factors: [[Double]]

  init(
    _ game: some AggregativeGame, _ aggregates: [LinearAggregate],
    at levels: [Double]
  ) {
    self.aggregates = aggregates
    factors = aggregates.map { _ in levels.map { _ in 0 } }
    let table = AggregateTable(aggregates, at: levels)
    let strategies = game.strategies
    let slopes = Parallel.values(levels.count) {
      game.marginalSlopes(
        of: $0, own: levels[$0], aggregates: table.values(of: $0))
    }
    for (i, slopes) in slopes.enumerated() {
      let isLow = levels[i] == strategies.lowerBounds[i]
      let isHigh = levels[i] == strategies.upperBounds[i]
      if isLow && slopes.value < 0 || isHigh && slopes.value > 0 { continue }
      var own = slopes.own
      for (k, aggregate) in aggregates.enumerated() {
        own += slopes.aggregates[k] * aggregate.ownWeight(of: i)
      }
      for k in aggregates.indices {
        factors[k][i] = abs(slopes.aggregates[k] / own)
      }
    }
  }

  /// Computes `x − B x`.
  func subtractImage(
    of x: [Double], from image: inout [Double], _ products: inout [Double]
  ) {
    for i in x.indices { image[i] = x[i] }
    for k in aggregates.indices {
      aggregates[k].multiply(x, into: &products)
      for i in x.indices { image[i] -= factors[k][i] * products[i] }
    }
  }
}
