import Games
import Scalars

/// What is proven of the multipliers of an equilibrium: intervals that contain
/// what ``ResponseMultipliers`` computes, rounding errors included.
///
/// The slopes of best responses are enclosed over the box that is proven to
/// hold the equilibrium, and all inverses of `I − B` with them.
package struct EnclosedMultipliers: Sendable {
  /// Contains the spectral radius of B; nil if nothing is proven of it.
  package let loopGain: Interval?
  /// Contains the largest singular value of M; nil if nothing is proven of it.
  package let amplification: Interval?
  /// Contains M.
  private let matrix: IntervalMatrix

  /// Up to this number of players multipliers are enclosed with matrices.
  package static let playerLimit = 200

  /// The multipliers at the equilibrium within a box; nil if there are too many
  /// players, if a best response may jump or somebody may be indifferent at a
  /// bound, or if `I − B` is not proven to be regular.
  ///
  /// - Parameters:
  ///   - process: The game, with its noise.
  ///   - box: Contains the equilibrium; a level at a bound is a point.
  /// - Complexity: O(n³).
  package init?(_ process: AdjustmentProcess, over box: Box) {
    guard box.count <= Self.playerLimit,
      let slopes = process.responseSlopes(over: box),
      let inverse = slopes.subtractedFromIdentity.inverse
    else { return nil }
    matrix = inverse
    loopGain = slopes.spectralRadius
    amplification = (inverse.transposed * inverse).spectralRadius.map {
      Interval.sqrt($0)
    }
  }

  /// Contains the sum of all final changes that each player's change makes.
  package var multipliers: [Interval] {
    weighted(by: Array(repeating: Interval(1), count: matrix.order))
  }

  /// Contains each player's own final change.
  package var own: [Interval] { (0..<matrix.order).map { matrix[$0, $0] } }

  /// Contains `Σ_i w_i M_ij` for each player j.
  package func weighted(by weights: [Interval]) -> [Interval] {
    (0..<matrix.order).map { j in
      (0..<matrix.order).reduce(Interval.zero) {
        $0 + weights[$1] * matrix[$1, j]
      }
    }
  }
}

extension AdjustmentProcess {
  /// Encloses `B_ij = −F_ij/F_ii` over a box; nil unless it is proven of each
  /// player that it is strictly between its bounds and its best response has
  /// a slope, or that its marginal payoff keeps it at a bound.
  func responseSlopes(over box: Box) -> IntervalMatrix? {
    let n = box.count
    var gradient = box
    var jacobian = [Interval](repeating: .zero, count: n * n)
    game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian)
    var slopes = IntervalMatrix(order: n)
    for i in 0..<n {
      let whole = game.strategies.interval(of: i)
      if whole.isPoint || isHeld(box[i], in: whole, gradient[i]) { continue }
      guard box[i].isInterior(to: whole) else { return nil }
      // The slope in log-odds where there is noise, `x (c − x)` times as steep.
      let room =
        noise > 0 ? box[i] * (Interval(whole.upper) - box[i]) : Interval(1)
      let own = jacobian[i * n + i] * room - Interval(noise)
      guard own.isNegative else { return nil }
      for j in 0..<n where j != i {
        slopes[i, j] = -jacobian[i * n + j] * room / own
      }
    }
    return slopes
  }

  /// Whether a marginal payoff keeps a level at its bound.
  private func isHeld(
    _ level: Interval, in whole: Interval, _ marginal: Interval
  ) -> Bool {
    guard noise == 0, level.isPoint else { return false }
    return level.lower == whole.lower && marginal.isNegative
      || level.upper == whole.upper && marginal.isPositive
  }
}
