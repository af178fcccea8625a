/// The ordinary least squares fit of a response by the columns of a design,
/// min ‖y − X b‖, by a QR factorisation of LAPACK.
///
/// Columns are scaled to length 1 first, so that units do not matter. See
/// Golub and Van Loan, Matrix Computations, 4th edition, section 5.3.
package struct LeastSquares: Sendable {
  /// The coefficients b.
  package let coefficients: [Double]
  /// What is left of the response, y − X b.
  package let residuals: [Double]
  /// (XᵀX)⁻¹: times the variance of the errors it is the covariance of the
  /// coefficients.
  package let inverseGram: Matrix

  /// A column counts as a combination of those before it if less than this
  /// part of its length is not.
  package static let collinearity = 1e-9

  /// Fits a response.
  ///
  /// - Parameters:
  ///   - design: The columns X; no more of them than rows.
  ///   - response: The numbers y, one a row.
  /// - Throws: `singular` with the first column that is a combination of those
  ///   before it; `notFinite`.
  /// - Precondition: The sizes fit, and there are as many rows as columns.
  /// - Complexity: O(rows · columns²).
  package init(
    design: Matrix, response: [Double]
  ) throws(LinearAlgebraError) {
    precondition(
      design.rows == response.count && design.rows >= design.columns,
      "a number for each row, and no more columns than rows")
    try design.checkFinite()
    let lengths = (0..<design.columns).map { column in
      Vector.euclideanNorm((0..<design.rows).map { design[$0, column] })
    }
    var factor = design
    for (column, length) in lengths.enumerated() where length > 0 {
      for row in 0..<design.rows { factor[row, column] /= length }
    }
    var solution = response
    try LAPACKE.leastSquares(&factor, &solution)
    for column in 0..<design.columns
    where !(abs(factor[column, column]) > Self.collinearity) {
      throw .singular(pivot: column)
    }
    let coefficients = lengths.indices.map { solution[$0] / lengths[$0] }
    self.coefficients = coefficients
    residuals = response.indices.map { row in
      coefficients.indices.reduce(response[row]) {
        $0 - design[row, $1] * coefficients[$1]
      }
    }
    inverseGram = Self.inverseGram(factor, lengths)
  }

  /// The sum of the squared residuals.
  package var residualSquares: Double { Vector.dot(residuals, residuals) }

  /// (RᵀR)⁻¹ with the lengths of the columns put back.
  private static func inverseGram(
    _ factor: Matrix, _ lengths: [Double]
  ) -> Matrix {
    let n = lengths.count
    var inverse = Matrix(rows: n, columns: n)
    for column in 0..<n {
      for row in (0...column).reversed() {
        var sum = row == column ? 1.0 : 0
        for k in (row + 1)..<max(row + 1, column + 1) {
          sum -= factor[row, k] * inverse[k, column]
        }
        inverse[row, column] = sum / factor[row, row]
      }
    }
    var gram = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n {
        let sum = (max(i, j)..<n).reduce(0.0) {
          $0 + inverse[i, $1] * inverse[j, $1]
        }
        gram[i, j] = sum / (lengths[i] * lengths[j])
      }
    }
    return gram
  }
}
