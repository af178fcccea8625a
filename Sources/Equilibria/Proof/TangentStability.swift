import Games

/// Decides whether small deviations that keep the binding constraints die out.
///
/// Some variables of the game are multipliers λ of constraints g, whose owners
/// earn `λ g`; the others move by `ẋ = F(x, λ)` with the multipliers that keep
/// what binds at 0. With H, C and A the blocks of the Jacobian, `H = ∂F/∂x`,
/// `C = ∂F/∂λ`, `A = ∂g/∂x` in the free variables,
///
///     ẋ = (H − C (A C)⁻¹ A H) x   on   A x = 0,
///
/// which is decided in the coordinates that the others follow from.
///
/// Reference: Nagurney and Zhang, Projected Dynamical Systems and Variational
/// Inequalities, 1996.
package enum TangentStability {
  /// The stability of the equilibrium that a box holds.
  ///
  /// - Parameters:
  ///   - game: The game with multipliers.
  ///   - levels: The profile, exactly at a bound where the equilibrium is.
  ///   - box: Where the equilibrium is proven to be.
  ///   - multipliers: The variables that are multipliers; what binds has one
  ///     between its bounds.
  /// - Complexity: O(n³).
  /// - Returns: What is proven; undecided where a condition is weak.
  package static func stability(
    of game: some Game, at levels: [Double], over box: Box, multipliers: [Int]
  ) -> Stability {
    let space = game.strategies
    let inner = levels.indices.filter {
      space.lowerBounds[$0] < levels[$0] && levels[$0] < space.upperBounds[$0]
    }
    var gradient = [Interval](repeating: .zero, count: box.count)
    var jacobian = IntervalMatrix(order: box.count)
    game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian.elements)
    let isStrict = levels.indices.allSatisfy { v in
      inner.contains(v) || space.interval(of: v).isPoint
        || (levels[v] == space.lowerBounds[v]
          ? gradient[v].isNegative : gradient[v].isPositive)
    }
    guard isStrict, game.isSmooth(over: box, in: inner) else {
      return .undecided
    }
    let binding = inner.filter(multipliers.contains)
    let free = inner.filter { !multipliers.contains($0) }
    return motion(in: jacobian, free: free, binding: binding)
      .map(StabilityProof.stability) ?? .undecided
  }

  /// The motion in independent coordinates; nil if none are proven to be.
  private static func motion(
    in jacobian: IntervalMatrix, free: [Int], binding: [Int]
  ) -> IntervalMatrix? {
    func block(_ rows: [Int], _ columns: [Int]) -> [[Interval]] {
      rows.map { row in columns.map { jacobian[row, $0] } }
    }
    let normals = block(binding, free)
    let pushes = block(free, binding)
    let own = block(free, free)
    guard
      let forces = (normals * pushes).solved(for: normals * own),
      let basis = normals.reduced()
    else { return nil }
    // ẋ = motion · x, and what is not independent follows from the rest.
    let correction = pushes * forces
    let motion = free.indices.map { row in
      free.indices.map { column in
        binding.isEmpty
          ? own[row][column] : own[row][column] - correction[row][column]
      }
    }
    let independent = free.indices.filter { !basis.pivots.contains($0) }
    var result = IntervalMatrix(order: independent.count)
    for (i, row) in independent.enumerated() {
      for (j, column) in independent.enumerated() {
        var sum = motion[row][column]
        for (k, pivot) in basis.pivots.enumerated() {
          sum -= motion[row][pivot] * basis.rows[k][column]
        }
        result[i, j] = sum
      }
    }
    return result
  }
}

extension [[Interval]] {
  /// The product of two matrices.
  fileprivate static func * (a: Self, b: Self) -> Self {
    a.map { row in
      (b.first ?? []).indices.map { column in
        row.indices.reduce(Interval.zero) { $0 + row[$1] * b[$1][column] }
      }
    }
  }

  /// The rows after elimination, with 1 at each pivot and 0 elsewhere in its
  /// column; nil if they may be dependent.
  fileprivate func reduced() -> (rows: Self, pivots: [Int])? {
    var rows = self
    var pivots: [Int] = []
    for k in rows.indices {
      let pivot = rows[k].indices.max {
        rows[k][$0].leastMagnitude < rows[k][$1].leastMagnitude
      }
      guard let pivot, rows[k][pivot].leastMagnitude > 0 else { return nil }
      let divisor = rows[k][pivot]
      rows[k] = rows[k].map { $0 / divisor }
      for other in rows.indices where other != k {
        let factor = rows[other][pivot]
        rows[other] = rows[other].indices.map {
          rows[other][$0] - factor * rows[k][$0]
        }
        rows[other][pivot] = .zero
      }
      pivots.append(pivot)
    }
    return (rows, pivots)
  }

  /// The solution X of `self · X = right`; nil if the matrix may be singular.
  fileprivate func solved(for right: Self) -> Self? {
    let joint = indices.map { self[$0] + right[$0] }
    var rows = joint
    for k in indices {
      let best = (k..<count).max {
        rows[$0][k].leastMagnitude < rows[$1][k].leastMagnitude
      }
      guard let best, rows[best][k].leastMagnitude > 0 else { return nil }
      rows.swapAt(k, best)
      let divisor = rows[k][k]
      rows[k] = rows[k].map { $0 / divisor }
      for other in indices where other != k {
        let factor = rows[other][k]
        rows[other] = rows[other].indices.map {
          rows[other][$0] - factor * rows[k][$0]
        }
      }
    }
    return rows.map { [Interval]($0.dropFirst(count)) }
  }
}

extension Interval {
  /// The least magnitude of a member.
  fileprivate var leastMagnitude: Double {
    lower > 0 ? lower : upper < 0 ? -upper : 0
  }
}
