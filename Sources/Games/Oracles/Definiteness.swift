import Scalars

extension [Interval] {
  /// Whether every symmetric matrix within, row by row, is proven positive
  /// definite, by an interval Cholesky factorisation; reads the lower
  /// triangle.
  ///
  /// - Parameter order: The number of rows.
  /// - Complexity: O(order³).
  /// - Returns: Whether it is proven.
  package func isPositiveDefinite(order: Int) -> Bool {
    var lower = self
    for k in 0..<order {
      guard lower[k * order + k].isPositive else { return false }
      for i in (k + 1)..<Swift.max(order, k + 1) {
        let factor = lower[i * order + k] / lower[k * order + k]
        for j in (k + 1)...i {
          lower[i * order + j] -= factor * lower[j * order + k]
        }
      }
    }
    return true
  }

  /// Whether every symmetric matrix within, row by row, is proven to have no
  /// negative eigenvalue: by a dominant diagonal (Gershgorin), or by an interval
  /// Cholesky factorisation of what is not zero.
  ///
  /// - Parameter order: The number of rows.
  /// - Complexity: O(order²) where the diagonal is dominant, else O(order³).
  /// - Returns: Whether it is proven.
  package func isPositiveSemidefinite(order: Int) -> Bool {
    if hasDominantDiagonal(order: order) { return true }
    let rows = (0..<order).filter { row in
      (0..<order).contains { self[row * order + $0] != .zero }
    }
    return rows.flatMap { row in rows.map { self[row * order + $0] } }
      .isPositiveDefinite(order: rows.count)
  }

  /// Whether each element of the diagonal is at least as large as the others of
  /// its row together.
  private func hasDominantDiagonal(order: Int) -> Bool {
    (0..<order).allSatisfy { row in
      let others = (0..<order).reduce(Interval.zero) { sum, column in
        column == row
          ? sum : sum + Interval(self[row * order + column].magnitude)
      }
      return others.upper <= self[row * order + row].lower
    }
  }
}
