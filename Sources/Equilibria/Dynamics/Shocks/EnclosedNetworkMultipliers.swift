import Games
import LinearAlgebra
import Scalars

/// What is proven of the multipliers of an equilibrium among many players: see
/// ``NetworkMultipliers``. No matrix is formed.
///
/// Let y be positive with `(I − |B|ᵀ) y ≥ m > 0`, over intervals. Then the
/// inverse of `I − |B|ᵀ` is not negative, and sums x̃ whose residual is
/// `r = w − (I − Bᵀ) x̃` are wrong by at most `y_j max |r_k| / m`.
///
/// Reference: Rump, Acta Numerica 19, 2010, section 10.8.
package struct EnclosedNetworkMultipliers<G: AggregativeGame>: Sendable {
  /// Contains the equilibrium.
  package let box: Box
  private let game: G
  /// For each aggregate the factor of each row of B.
  private let factors: [[Interval]]
  /// `y/m`.
  private let bounds: [Interval]

  /// How well y solves `(I − |B|ᵀ) y = 1`; any that passes the test will do.
  private static var accuracy: Double { 1e-3 }

  /// The multipliers at the equilibrium within a box; nil if a best response
  /// may jump, somebody may be indifferent at a bound, or no such y was found.
  ///
  /// - Parameters:
  ///   - game: The game; coefficients of its aggregates are not negative.
  ///   - box: Contains the equilibrium; a level at a bound is a point.
  /// - Complexity: A few dozen passes over the links.
  package init?(_ game: G, over box: Box) {
    guard let factors = Self.factors(of: game, over: box) else { return nil }
    let majorant = NetworkMultipliers(
      game, factors: factors.map { $0.map(\.magnitude) })
    let ones = [Double](repeating: 1, count: box.count)
    let accuracy = Self.accuracy / Double(box.count).squareRoot()
    let weights = majorant.weighted(
      by: ones, using: GMRES(tolerance: accuracy)
    ).x
    guard weights.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let images = Self.transposedProduct(
      game, factors.map { $0.map { Interval($0.magnitude) } },
      weights.map { Interval($0) })
    let rest = zip(weights, images).reduce(Double.infinity) {
      min($0, (Interval($1.0) - $1.1).lower)
    }
    guard rest > 0 else { return nil }
    self.box = box
    self.game = game
    self.factors = factors
    bounds = weights.map { Interval($0) / Interval(rest) }
  }

  /// Contains `Σ_i w_i M_ij` for each player j.
  ///
  /// - Parameters:
  ///   - weights: The weights w.
  ///   - sums: The sums, as they were computed.
  /// - Returns: One interval for each player.
  /// - Complexity: One pass over the links.
  package func weighted(
    by weights: [Interval], near sums: [Double]
  ) -> [Interval] {
    let images = Self.transposedProduct(
      game, factors, sums.map { Interval($0) })
    let largest = sums.indices.reduce(0) {
      max($0, (weights[$1] - Interval(sums[$1]) + images[$1]).magnitude)
    }
    return zip(sums, bounds).map { sum, bound in
      let radius = (bound * Interval(largest)).upper
      return Interval(sum) + Interval(lower: -radius, upper: radius)
    }
  }

  /// The factors over a box; nil if B is not proven to exist.
  private static func factors(of game: G, over box: Box) -> [[Interval]]? {
    let count = game.marginalAggregateCount
    let aggregates = Array(game.aggregates.prefix(count))
    let state = AggregateState(aggregates, count: count, at: box)
    var factors = [[Interval]](
      repeating: [Interval](repeating: .zero, count: box.count), count: count)
    for i in box.indices {
      let whole = game.strategies.interval(of: i)
      if whole.isPoint { continue }
      let slopes = game.marginalSlopes(
        of: i, own: box[i], aggregates: state.values(of: i, at: box))
      if box[i].isPoint,
        box[i].lower == whole.lower && slopes.value.isNegative
          || box[i].upper == whole.upper && slopes.value.isPositive
      {
        continue
      }
      var own = slopes.own
      for (k, aggregate) in aggregates.enumerated() {
        let weight = aggregate.ownWeightEnclosure(of: i)
        if weight.magnitude > 0 { own += weight * slopes.aggregates[k] }
      }
      guard own.isNegative, box[i].isInterior(to: whole) else { return nil }
      for k in 0..<count { factors[k][i] = -slopes.aggregates[k] / own }
    }
    return factors
  }

  /// Encloses `Bᵀ x`.
  private static func transposedProduct(
    _ game: G, _ factors: [[Interval]], _ x: [Interval]
  ) -> [Interval] {
    var result = [Interval](repeating: .zero, count: x.count)
    for (k, own) in factors.enumerated() {
      let aggregate = game.aggregates[k]
      let scaled = zip(x, own).map { $0 * $1 }
      aggregate.addTransposed(scaled, to: &result)
      for i in x.indices where scaled[i] != .zero {
        let weight = aggregate.ownWeightEnclosure(of: i)
        if weight.magnitude > 0 { result[i] = result[i] - weight * scaled[i] }
      }
    }
    return result
  }
}
