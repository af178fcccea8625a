import LinearAlgebra

// Classes of matrices of which every member is proven to be one. All have
// positive principal minors, so that a complementarity problem with such a
// Jacobian has at most one solution.

extension IntervalMatrix {
  /// The negative of every matrix.
  var negated: IntervalMatrix {
    IntervalMatrix(order: order, elements: elements.map { -$0 })
  }

  /// Reads a variable with the other sign: its row and its column change theirs.
  mutating func reverse(_ variable: Int) {
    for i in 0..<order where i != variable {
      self[i, variable] = -self[i, variable]
      self[variable, i] = -self[variable, i]
    }
  }

  /// Whether every matrix is a P-matrix: its symmetric part is positive
  /// definite, or its diagonal dominates.
  var isPMatrix: Bool { isStrictlyMonotone || isDominant }

  /// Whether the symmetric part of every matrix is positive definite.
  var isStrictlyMonotone: Bool {
    var sum = IntervalMatrix(order: order)
    for i in 0..<order {
      for j in 0..<order { sum[i, j] = self[i, j] + self[j, i] }
    }
    return sum.isPositiveDefinite
  }

  /// Whether every matrix has a positive diagonal that dominates its rows, with
  /// columns scaled by some positive numbers (an H-matrix).
  ///
  /// The numbers solve `⟨A⟩ u = 1` with the comparison matrix of the worst
  /// matrix; any that pass the test will do.
  var isDominant: Bool {
    guard order > 0 else { return true }
    var comparison = Matrix(rows: order, columns: order)
    for i in 0..<order {
      guard self[i, i].isPositive else { return false }
      for j in 0..<order {
        comparison[i, j] = i == j ? self[i, i].lower : -self[i, j].magnitude
      }
    }
    guard let factors = try? LUFactorization(comparison) else { return false }
    let scale = factors.solve([Double](repeating: 1, count: order))
    guard scale.allSatisfy({ $0 > 0 && $0.isFinite }) else { return false }
    return (0..<order).allSatisfy { i in
      var rest = Interval.zero
      for j in 0..<order where j != i {
        rest += Interval(self[i, j].magnitude) * Interval(scale[j])
      }
      return (Interval(self[i, i].lower) * Interval(scale[i])).lower
        > rest.upper
    }
  }
}
