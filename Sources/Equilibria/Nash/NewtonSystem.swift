import Games
import LinearAlgebra

/// The linear system of one step of ``NewtonKrylov``: the Jacobian of the
/// marginal payoffs of the players who are not held at a bound, as an operator.
struct NewtonSystem {
  private let levels: [Double]
  private let aggregates: [LinearAggregate]
  /// The players who are not held.
  private var free: [Int] = []
  /// `F` of each free player.
  private var marginals: [Double] = []
  /// `∂F_v/∂x_v`, aggregates being held, of each free player.
  private var ownSlopes: [Double] = []
  /// The slope in each aggregate, for each free player.
  private var aggregateSlopes: [[Double]]
  /// The inverse of the whole diagonal.
  private var inverseDiagonal: [Double] = []

  /// The system at a profile.
  ///
  /// - Complexity: One pass over the links.
  init(_ game: some AggregativeGame, at levels: [Double]) {
    self.levels = levels
    aggregates = Array(game.aggregates.prefix(game.marginalAggregateCount))
    aggregateSlopes = aggregates.map { _ in [] }
    let table = AggregateTable(aggregates, at: levels)
    let strategies = game.strategies
    for i in levels.indices {
      let seen = table.values(of: i)
      let atLower = levels[i] == strategies.lowerBounds[i]
      let atUpper = levels[i] == strategies.upperBounds[i]
      if atLower || atUpper {
        let marginal = game.marginal(of: i, own: levels[i], aggregates: seen)
        if atLower && marginal <= 0 || atUpper && marginal >= 0 { continue }
      }
      let slopes = game.marginalSlopes(
        of: i, own: levels[i], aggregates: seen)
      append(slopes, of: i)
    }
  }

  private mutating func append(_ slopes: Slopes<Double>, of player: Int) {
    free.append(player)
    marginals.append(slopes.value)
    var diagonal = slopes.own
    for k in aggregates.indices {
      aggregateSlopes[k].append(slopes.aggregates[k])
      diagonal += slopes.aggregates[k] * aggregates[k].ownWeight(of: player)
    }
    ownSlopes.append(slopes.own)
    inverseDiagonal.append(diagonal < 0 ? 1 / diagonal : 1)
  }

  /// Where the step leads, beyond bounds perhaps; nil if the system could not
  /// be solved at all.
  func target(using solver: GMRES) -> [Double]? {
    var full = [Double](repeating: 0, count: levels.count)
    var products = full
    let solution = solver.solve(
      marginals.map { -$0 },
      preconditioner: { vector, image in
        for k in image.indices { image[k] = inverseDiagonal[k] * vector[k] }
      },
      applying: { vector, image in
        apply(vector, into: &image, &full, &products)
      })
    guard solution.residual < 1 else { return nil }
    var target = levels
    for (k, i) in free.enumerated() { target[i] += solution.x[k] }
    return target
  }

  /// The product of the Jacobian with a vector of the free players.
  private func apply(
    _ vector: [Double], into image: inout [Double],
    _ full: inout [Double], _ products: inout [Double]
  ) {
    for (k, i) in free.enumerated() {
      full[i] = vector[k]
      image[k] = ownSlopes[k] * vector[k]
    }
    for a in aggregates.indices {
      aggregates[a].multiply(full, into: &products)
      for (k, i) in free.enumerated() {
        image[k] += aggregateSlopes[a][k] * products[i]
      }
    }
  }
}
