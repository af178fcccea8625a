import Games

/// Whether a constrained game has at most one normalised equilibrium, by Rosen's
/// theorem: the symmetrised Jacobian of the marginal payoffs is negative
/// definite on all of the box, and every constraint is convex, or an affine
/// equation, and kept by all whose variables are in it.
///
/// For two equilibria x and y with multipliers λ and μ the first-order
/// conditions then add up to `Σ_v (F_v(x) − F_v(y)) (x_v − y_v) ≥ 0`, which only
/// `x = y` satisfies. No bound on the multipliers is needed.
///
/// Reference: Rosen, Econometrica 33, 1965, theorem 4, with equal weights.
struct NormalisedUniqueness {
  let base: FormulaGame
  let rows: [ConstraintRow]
  let functions: ConstraintFunctions

  /// Whether that is proven.
  ///
  /// - Complexity: O(n³).
  var isProven: Bool {
    let box = base.strategies.box
    return rows.allSatisfy { isKeptByAll($0) }
      && rows.indices.allSatisfy { hasRightShape($0, over: box) }
      && isStrictlyMonotone(over: box)
      && base.isTotal(over: box) && functions.isTotal(over: box)
  }

  private func isKeptByAll(_ row: ConstraintRow) -> Bool {
    row.variables.allSatisfy {
      row.players.contains(base.strategies.owner(of: $0))
    }
  }

  private func hasRightShape(_ k: Int, over box: Box) -> Bool {
    rows[k].kind == .atMost
      ? functions.isConvex(k, in: rows[k].variables, over: box)
      : functions.isAffine(k, in: rows[k].variables, over: box)
  }

  private func isStrictlyMonotone(over box: Box) -> Bool {
    let n = box.count
    var gradient = box
    var jacobian = [Interval](repeating: .zero, count: n * n)
    base.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian)
    let symmetric = jacobian.indices.map { k in
      -(jacobian[k] + jacobian[k % n * n + k / n])
    }
    return symmetric.isPositiveDefinite(order: n)
  }
}
