import Games

/// Bounds what no agreement can exceed, by Lagrange's multipliers.
///
/// For multipliers `m ≥ 0` every profile that leaves nobody worse off has
/// `Σ m_i g_i(x) ≤ max_y Σ m_i u_i(y) − Σ m_i d_i`, whatever the shape of the
/// payoffs. With the multipliers `w_i / ĝ_i` of a bargain, and since the
/// logarithm is concave,
///
///     Σ w_i log g_i(x) ≤ Σ w_i log ĝ_i + (Σ m_i g_i(x) − Σ w_i),
///
/// the excess of the first bound over `Σ w_i` is one of the second too. It is
/// the one rule by which every bargain counts as proven.
///
/// Reference: Boyd and Vandenberghe, Convex Optimization, 2004, chapter 5.
struct LagrangeBound {
  /// The search for the greatest weighted sum.
  let search: GlobalMaximization

  /// By how much the weighted gains of any profile may exceed a value.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - disagreement: What gains are counted from.
  ///   - multipliers: The weights of the gains.
  ///   - value: The weighted gains that were reached.
  ///   - levels: Where.
  ///   - size: What the tolerance of the search is relative to.
  /// - Returns: The excess, 0 at least; infinite if nothing is known.
  func excess(
    in game: some Game, over disagreement: [Double], multipliers: [Double],
    value: Double, at levels: [Double], size: Double
  ) -> Double {
    guard multipliers.allSatisfy(\.isFinite), value.isFinite else {
      return .infinity
    }
    var search = search
    search.size = size
    let objective = JointObjective(game, Utilitarian(weights: multipliers))
    let bound = search.maximize(objective, from: [levels]).upperBound
    let floor = zip(multipliers, disagreement).reduce(0) {
      $0 + $1.0 * $1.1
    }
    let excess = bound - floor - value
    return excess.isNaN ? .infinity : max(0, excess)
  }
}

extension Game {
  /// The largest component of the projected gradient of a weighted sum of
  /// payoffs, in widths of the bounds.
  func projectedSlope(of weights: [Double], at levels: [Double]) -> Double {
    var gradient = levels
    weightedGradient(weights, at: levels, into: &gradient)
    let space = strategies
    return gradient.indices.reduce(0) { largest, v in
      let (lower, upper) = (space.lowerBounds[v], space.upperBounds[v])
      let slope = gradient[v] * (upper - lower)
      if levels[v] == lower && slope <= 0 { return largest }
      if levels[v] == upper && slope >= 0 { return largest }
      return max(largest, abs(slope))
    }
  }
}
