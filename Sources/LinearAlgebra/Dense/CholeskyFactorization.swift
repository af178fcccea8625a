/// The factorisation A = L Lᵀ of a symmetric positive definite matrix.
///
/// Only the diagonal of the matrix and what lies below it are read. Own code
/// below order 30, LAPACK's dpotrf and dpotrs from there. See Golub and Van
/// Loan, Matrix Computations, 4th edition, section 4.2.
package struct CholeskyFactorization: Sendable {
  /// The lower triangular factor L; zeros above its diagonal.
  package let factor: Matrix

  /// Factorises a matrix.
  ///
  /// It succeeds if the matrix is positive definite by more than rounding
  /// errors, about n u ‖A‖ with u = 2⁻⁵³.
  ///
  /// - Throws: `notPositiveDefinite` with the order of the first leading minor
  ///   that is not positive; `notFinite` with the first element, column by
  ///   column, that is not.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  package init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.isSquare, "only a square matrix can be factorised")
    try matrix.checkFinite()
    var factor = matrix
    if matrix.rows < LAPACKE.smallestOrder {
      try Self.factorize(&factor)
    } else {
      try LAPACKE.factorizeCholesky(&factor)
    }
    for j in 0..<factor.columns {
      for i in 0..<j { factor[i, j] = 0 }
    }
    self.factor = factor
  }

  /// The number of rows and of columns.
  package var order: Int { factor.rows }

  private static func factorize(
    _ a: inout Matrix
  ) throws(LinearAlgebraError) {
    let n = a.rows
    for k in 0..<n {
      guard a[k, k] > 0 else { throw .notPositiveDefinite(minor: k + 1) }
      let pivot = a[k, k].squareRoot()
      a[k, k] = pivot
      for i in (k + 1)..<n { a[i, k] /= pivot }
      for j in (k + 1)..<n {
        let scale = a[j, k]
        for i in j..<n { a[i, j] -= a[i, k] * scale }
      }
    }
  }

  /// The solution of A x = b.
  ///
  /// - Precondition: `b` has as many numbers as the matrix has rows.
  /// - Complexity: O(n²).
  package func solve(_ b: [Double]) -> [Double] {
    var x = b
    solve(&x, columns: 1)
    return x
  }

  /// Replaces b by the solution of A x = b.
  ///
  /// - Precondition: `b` has as many numbers as the matrix has rows.
  /// - Complexity: O(n²), without allocation.
  package func solveInPlace(_ b: inout [Double]) {
    solve(&b, columns: 1)
  }

  /// The solution of A X = B, column by column.
  ///
  /// - Precondition: `b` has as many rows as the matrix.
  /// - Complexity: O(n²) a column.
  package func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right-hand side must fit the matrix")
    var x = b
    solve(&x.elements, columns: b.columns)
    return x
  }

  /// The inverse matrix.
  ///
  /// - Complexity: O(n³).
  package var inverse: Matrix { solve(.identity(order: order)) }

  /// The determinant; it can overflow where its logarithm does not.
  ///
  /// - Complexity: O(n).
  package var determinant: Double {
    let root = (0..<order).reduce(1.0) { $0 * factor[$1, $1] }
    return root * root
  }

  /// The logarithm of the determinant.
  ///
  /// - Complexity: O(n).
  package var logDeterminant: Double {
    2 * sumOfLogarithms((0..<order).map { factor[$0, $0] })
  }

  private func solve(_ x: inout [Double], columns: Int) {
    precondition(
      x.count == order * columns, "the right-hand side must fit the matrix")
    if order >= LAPACKE.smallestOrder {
      LAPACKE.solveCholesky(factor: factor, into: &x, columns: columns)
      return
    }
    for column in 0..<columns { substitute(&x, from: column * order) }
  }

  /// Solves L Lᵀ x = b for the numbers from a place on.
  private func substitute(_ x: inout [Double], from start: Int) {
    for k in 0..<order {
      x[start + k] /= factor[k, k]
      for i in (k + 1)..<order {
        x[start + i] -= factor[i, k] * x[start + k]
      }
    }
    for k in (0..<order).reversed() {
      for i in (k + 1)..<order {
        x[start + k] -= factor[i, k] * x[start + i]
      }
      x[start + k] /= factor[k, k]
    }
  }
}
