/// Room for symmetric positive definite systems up to a certain order, solved
/// without allocation.
///
/// Only the lower triangle of the matrix is read:
///
///     workspace[i, j] = ...            // i ≥ j
///     workspace.rightHandSide[i] = ...
///     guard workspace.solve(order: n) else { ... }
package struct CholeskyWorkspace: Sendable {
  /// The largest order.
  package let capacity: Int
  /// The right-hand side, then the solution.
  package var rightHandSide: [Double]
  /// The matrix, row by row, then its factor.
  private var matrix: [Double]

  /// Room for systems up to an order.
  ///
  /// - Precondition: the capacity is not negative.
  /// - Complexity: O(capacity²).
  package init(capacity: Int) {
    precondition(capacity >= 0, "a system has no negative order")
    self.capacity = capacity
    matrix = Array(repeating: 0, count: capacity * capacity)
    rightHandSide = Array(repeating: 0, count: capacity)
  }

  /// The element of the matrix in a row and a column.
  package subscript(row: Int, column: Int) -> Double {
    get { matrix[row &* capacity &+ column] }
    set { matrix[row &* capacity &+ column] = newValue }
  }

  /// Solves the leading system of an order; the matrix is destroyed.
  ///
  /// - Returns: whether the matrix is positive definite as far as rounding
  ///   tells. If not, the right-hand side is left as it was.
  /// - Precondition: the order does not exceed the capacity.
  /// - Complexity: O(order³), without allocation.
  package mutating func solve(order n: Int) -> Bool {
    guard factor(order: n) else { return false }
    for i in 0..<n {
      var sum = rightHandSide[i]
      for k in 0..<i { sum -= self[i, k] * rightHandSide[k] }
      rightHandSide[i] = sum / self[i, i]
    }
    for i in (0..<n).reversed() {
      var sum = rightHandSide[i]
      for k in (i + 1)..<max(n, i + 1) { sum -= self[k, i] * rightHandSide[k] }
      rightHandSide[i] = sum / self[i, i]
    }
    return true
  }

  /// Factors the leading block of an order in place; the factor L of `L Lᵀ`
  /// takes the place of the lower triangle.
  ///
  /// - Returns: whether the matrix is positive definite as far as rounding
  ///   tells.
  /// - Precondition: the order does not exceed the capacity.
  /// - Complexity: O(order³), without allocation.
  package mutating func factor(order n: Int) -> Bool {
    precondition(n >= 0 && n <= capacity, "the order exceeds the capacity")
    let width = capacity
    return matrix.withUnsafeMutableBufferPointer { a in
      for i in 0..<n {
        for j in 0...i {
          var sum = a[i &* width &+ j]
          for k in 0..<j { sum -= a[i &* width &+ k] * a[j &* width &+ k] }
          if i > j {
            a[i &* width &+ j] = sum / a[j &* width &+ j]
          } else {
            guard sum > 0, sum.isFinite else { return false }
            a[i &* width &+ i] = sum.squareRoot()
          }
        }
      }
      return true
    }
  }
}
