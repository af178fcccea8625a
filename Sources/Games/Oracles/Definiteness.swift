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
}
