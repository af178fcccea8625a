/// The eigenvalues and eigenvectors of a symmetric matrix, A V = V Λ.
///
/// Only the diagonal of the matrix and what lies below it are read. One Jacobi
/// rotation for order 2, LAPACK's dsyevd from 3. The error of an eigenvalue is
/// a modest multiple of u ‖A‖ with u = 2⁻⁵³. See Golub and Van Loan, Matrix
/// Computations, 4th edition, sections 8.3 and 8.5.
package struct SymmetricEigendecomposition: Sendable {
  /// The eigenvalues, from the smallest to the largest.
  package let eigenvalues: [Double]
  /// The eigenvectors, one a column in the order of the eigenvalues; they
  /// have length 1 and are orthogonal. Their signs are not specified.
  package let eigenvectors: Matrix

  /// Decomposes a matrix.
  ///
  /// - Throws: `noConvergence` if LAPACK's iteration fails; `notFinite` with
  ///   the first element, column by column, that is not.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  package init(_ matrix: Matrix) throws(LinearAlgebraError) {
    (eigenvalues, eigenvectors) = try Self.decompose(matrix, vectors: true)
  }

  /// The eigenvalues alone, from the smallest to the largest; cheaper than the
  /// decomposition.
  ///
  /// - Throws: `noConvergence` if LAPACK's iteration fails; `notFinite` with
  ///   the first element, column by column, that is not.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  package static func eigenvalues(
    of matrix: Matrix
  ) throws(LinearAlgebraError) -> [Double] {
    try decompose(matrix, vectors: false).values
  }

  /// The eigenvalues, and the eigenvectors if they are wanted.
  private static func decompose(
    _ matrix: Matrix, vectors: Bool
  ) throws(LinearAlgebraError) -> (values: [Double], vectors: Matrix) {
    precondition(matrix.isSquare, "only a square matrix has eigenvalues")
    try matrix.checkFinite()
    switch matrix.rows {
    case 0...1:
      return (matrix.elements, .identity(order: matrix.rows))
    case 2:
      return rotated(matrix[0, 0], matrix[1, 0], matrix[1, 1])
    default:
      return try LAPACKE.symmetricEigenvalues(of: matrix, vectors: vectors)
    }
  }

  /// The decomposition of [[a, b], [b, c]] by the rotation with tangent t that
  /// makes it diagonal: the root of t² + 2 τ t = 1, τ = (c − a) / 2b, that is
  /// at most 1.
  private static func rotated(
    _ a: Double, _ b: Double, _ c: Double
  ) -> (values: [Double], vectors: Matrix) {
    let tau = (c / 2 - a / 2) / b
    let root = (1 + tau * tau).squareRoot()
    let tangent = b == 0 ? 0 : (tau < 0 ? -1 : 1) / (abs(tau) + root)
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    let (first, second) = (a - tangent * b, c + tangent * b)
    if first <= second {
      return (
        [first, second], Matrix(rows: [[cosine, sine], [-sine, cosine]])
      )
    }
    return (
      [second, first], Matrix(rows: [[sine, cosine], [cosine, -sine]])
    )
  }
}
