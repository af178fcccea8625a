import Games
import LinearAlgebra

/// The weights of the norm in which best responses contract; see
/// ``LocalContraction``.
struct ContractionWeights {
  /// The weight of each player, positive.
  let values: [Double]
  /// The largest weight.
  let largest: Double
  /// An upper bound of what each aggregate makes of the weights, for each
  /// player, own contribution included.
  let reach: [[Double]]
  /// The aggregates that marginal payoffs depend on.
  let aggregates: [LinearAggregate]

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
    largest = weights.reduce(0, max)
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
