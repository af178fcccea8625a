/// The factorisation P A = L U of a square matrix, with partial pivoting.
///
/// L has ones on its diagonal, U is upper triangular and P permutes rows. Own
/// code below order 30, LAPACK's dgetrf and dgetrs from there. See Golub and
/// Van Loan, Matrix Computations, 4th edition, section 3.4.
package struct LUFactorization: Sendable {
  /// L below the diagonal and U from the diagonal up.
  package let factors: Matrix
  /// The row, counting from 1, that was swapped with row k at step k.
  let pivots: [Int32]

  /// Factorises a matrix.
  ///
  /// - Throws: `singular` with the first pivot that is exactly zero;
  ///   `notFinite` with the first element, column by column, that is not.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  package init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.isSquare, "only a square matrix can be factorised")
    try matrix.checkFinite()
    var factors = matrix
    var pivots = Array(repeating: Int32(0), count: matrix.rows)
    if matrix.rows < LAPACKE.smallestOrder {
      try LUKernel.factorize(&factors, &pivots)
    } else {
      try LAPACKE.factorize(&factors, pivots: &pivots)
    }
    self.factors = factors
    self.pivots = pivots
  }

  /// The number of rows and of columns.
  package var order: Int { factors.rows }

  /// The solution of A x = b.
  ///
  /// - Precondition: `b` has as many numbers as the matrix has rows.
  /// - Complexity: O(n²).
  package func solve(_ b: [Double]) -> [Double] {
    var x = b
    solve(&x, columns: 1, transposed: false)
    return x
  }

  /// Replaces b by the solution of A x = b.
  ///
  /// - Precondition: `b` has as many numbers as the matrix has rows.
  /// - Complexity: O(n²), without allocation.
  package func solveInPlace(_ b: inout [Double]) {
    solve(&b, columns: 1, transposed: false)
  }

  /// The solution of Aᵀ x = b.
  ///
  /// - Precondition: `b` has as many numbers as the matrix has rows.
  /// - Complexity: O(n²).
  package func solveTransposed(_ b: [Double]) -> [Double] {
    var x = b
    solve(&x, columns: 1, transposed: true)
    return x
  }

  /// The solution of A X = B, column by column.
  ///
  /// - Precondition: `b` has as many rows as the matrix.
  /// - Complexity: O(n²) a column.
  package func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "the right-hand side must fit the matrix")
    var x = b
    solve(&x.elements, columns: b.columns, transposed: false)
    return x
  }

  /// The inverse matrix.
  ///
  /// - Complexity: O(n³).
  package var inverse: Matrix { solve(.identity(order: order)) }

  private func solve(
    _ x: inout [Double], columns: Int, transposed: Bool
  ) {
    precondition(
      x.count == order * columns, "the right-hand side must fit the matrix")
    if order >= LAPACKE.smallestOrder {
      LAPACKE.solve(
        factors: factors, pivots: pivots, transposed: transposed, into: &x,
        columns: columns)
      return
    }
    for column in 0..<columns {
      LUKernel.solve(
        factors, pivots, &x, from: column * order, transposed: transposed)
    }
  }
}
