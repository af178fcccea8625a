import Games
import LinearAlgebra

/// The slopes B of best responses of an aggregative game, as a product: for
/// many players no matrix is formed.
///
///     B_ij = −(Σ_k ∂F_i/∂a_k A^k_ij) / F_ii,   i strictly between its bounds
///
/// One transposed solve `(I − Bᵀ) y = w` gives `Σ_i w_i M_ij` for every player
/// j, `M = (I − B)⁻¹`; see `ResponseMultipliers`.
public struct NetworkMultipliers<G: AggregativeGame>: Sendable {
  /// Whether each player is strictly between its bounds.
  public let isFree: [Bool]

  let game: G
  /// For each aggregate the factor of each row.
  let factors: [[Double]]

  /// The slopes at an equilibrium; nil where a best response jumps.
  ///
  /// - Complexity: One pass over the links.
  public init?(_ game: G, at levels: Profile<Double>) {
    let space = game.strategies
    let count = game.marginalAggregateCount
    let state = AggregateState(game.aggregates, count: count, at: levels)
    let isFree = levels.indices.map {
      space.lowerBounds[$0] < levels[$0] && levels[$0] < space.upperBounds[$0]
    }
    var factors = [[Double]](
      repeating: [Double](repeating: 0, count: levels.count), count: count)
    for i in levels.indices where isFree[i] {
      let slopes = game.marginalSlopes(
        of: i, own: levels[i], aggregates: state.values(of: i, at: levels))
      var own = slopes.own
      for k in 0..<count {
        own += slopes.aggregates[k] * game.aggregates[k].ownWeight(of: i)
      }
      guard own < 0 else { return nil }
      for k in 0..<count { factors[k][i] = -slopes.aggregates[k] / own }
    }
    self.game = game
    self.isFree = isFree
    self.factors = factors
  }

  /// The slopes with given factors; a player without any is not free.
  init(_ game: G, factors: [[Double]]) {
    self.game = game
    self.factors = factors
    isFree = game.strategies.lowerBounds.indices.map { i in
      factors.contains { $0[i] != 0 }
    }
  }

  /// Writes `Bᵀ x`.
  ///
  /// - Complexity: One pass over the links.
  public func multiplyTransposed(_ x: [Double], into y: inout [Double]) {
    for j in y.indices { y[j] = 0 }
    for (k, own) in factors.enumerated() where own.contains(where: { $0 != 0 })
    {
      let aggregate = game.aggregates[k]
      var scaled = x
      for i in x.indices { scaled[i] *= own[i] }
      aggregate.addTransposed(scaled, to: &y)
      for i in x.indices where scaled[i] != 0 {
        y[i] -= aggregate.ownWeight(of: i) * scaled[i]
      }
    }
  }

  /// `Σ_i w_i M_ij` for each player j.
  ///
  /// - Returns: The sums, with the residual of the solve.
  /// - Complexity: A few dozen passes over the links.
  public func weighted(
    by weights: [Double], using method: GMRES = GMRES()
  ) -> IterativeSolution {
    var image = weights
    return method.solve(weights, from: weights) { x, result in
      multiplyTransposed(x, into: &image)
      for j in x.indices { result[j] = x[j] - image[j] }
    }
  }

  /// An estimate of the spectral radius of B by repeated products, from the
  /// growth of the last of them; where no slope is negative with a part of the
  /// identity added, so that cycles do not keep it from settling.
  ///
  /// - Parameters:
  ///   - products: How many products are made at most.
  ///   - tolerance: The relative change of the growth at which it counts as
  ///     found.
  /// - Returns: The estimate.
  public func loopGain(
    products: Int = 100, tolerance: Double = 1e-9
  ) -> Double {
    let size = Double(isFree.count).squareRoot()
    var x = [Double](repeating: 1 / size, count: isFree.count)
    var y = x
    var gain = 0.0
    let shift =
      factors.allSatisfy { $0.allSatisfy { $0 >= 0 } } ? Self.shift : 0
    for _ in 0..<products {
      multiply(x, into: &y)
      let last = gain
      gain = Vector.euclideanNorm(y)
      guard gain > 0 else { return 0 }
      if abs(gain - last) <= tolerance * gain { break }
      for i in x.indices { x[i] = y[i] / gain + shift * x[i] }
      let length = Vector.euclideanNorm(x)
      for i in x.indices { x[i] /= length }
    }
    return gain
  }

  /// The part of the identity that is added, in shares of the loop gain.
  private static var shift: Double { 0.25 }

  /// Each player's own final change, `M_jj`, with what is proven of it.
  ///
  /// - Parameters:
  ///   - bounds: What is proven of the multipliers; nil if nothing is.
  ///   - method: How the system of each player is solved.
  /// - Returns: A value and an enclosure for each player; nil if the work is to
  ///   stop.
  /// - Complexity: A few dozen passes over the links a player.
  package func own(
    provenBy bounds: EnclosedNetworkMultipliers<G>?,
    using method: GMRES = GMRES()
  ) -> [(value: Double, enclosure: Interval?)]? {
    let found = Parallel.map(isFree.count) {
      player -> (value: Double, enclosure: Interval?) in
      guard isFree[player] else { return (1, bounds.map { _ in Interval(1) }) }
      guard !Cancellation.isRequested else { return (0, nil) }
      var unit = [Double](repeating: 0, count: isFree.count)
      unit[player] = 1
      let sums = weighted(by: unit, using: method).x
      let proven = bounds?.weighted(by: unit.map { Interval($0) }, near: sums)
      return (sums[player], proven?[player])
    }
    return Cancellation.isRequested ? nil : found
  }
}
