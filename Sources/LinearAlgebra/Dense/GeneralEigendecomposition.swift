/// The eigenvalues and right eigenvectors of a square matrix, A V = V Λ.
///
/// A closed form for order 2, LAPACK's dgeev from 3. Eigenvalues come by
/// rising real part, then by rising imaginary part; complex ones come in
/// conjugate pairs. A computed eigenvalue is exact for a matrix within a
/// modest multiple of u ‖A‖ of the given one, u = 2⁻⁵³. See Golub and Van Loan,
/// Matrix Computations, 4th edition, sections 7.5 and 7.6.
package struct GeneralEigendecomposition: Sendable {
  /// The eigenvalues.
  package let eigenvalues: [ComplexEigenvalue]
  /// The real parts of the eigenvectors, one a column in the order of the
  /// eigenvalues; an eigenvector has length 1.
  package let realParts: Matrix
  /// The imaginary parts of the eigenvectors.
  package let imaginaryParts: Matrix

  /// Decomposes a matrix.
  ///
  /// - Throws: `noConvergence` if LAPACK's iteration fails; `notFinite` with
  ///   the first element, column by column, that is not.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  package init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try Self.check(matrix)
    let pairs = try Self.pairs(of: matrix).sorted {
      ComplexEigenvalue.precedes($0.value, $1.value)
    }
    var real = Matrix(rows: matrix.rows, columns: matrix.rows)
    var imaginary = real
    for (j, pair) in pairs.enumerated() {
      for i in 0..<matrix.rows {
        real[i, j] = pair.real[i]
        imaginary[i, j] = pair.imaginary[i]
      }
    }
    eigenvalues = pairs.map(\.value)
    (realParts, imaginaryParts) = (real, imaginary)
  }

  /// The eigenvalues alone, by rising real part, then by rising imaginary
  /// part; cheaper than the decomposition.
  ///
  /// - Throws: `noConvergence` if LAPACK's iteration fails; `notFinite` with
  ///   the first element, column by column, that is not.
  /// - Precondition: the matrix is square.
  /// - Complexity: O(n³).
  package static func eigenvalues(
    of matrix: Matrix
  ) throws(LinearAlgebraError) -> [ComplexEigenvalue] {
    try check(matrix)
    if matrix.rows <= 2 {
      return smallPairs(of: matrix).map(\.value)
        .sorted(by: ComplexEigenvalue.precedes)
    }
    let (real, imaginary, _) = try LAPACKE.eigenvalues(
      of: matrix, vectors: false)
    return zip(real, imaginary)
      .map { ComplexEigenvalue(real: $0, imaginary: $1) }
      .sorted(by: ComplexEigenvalue.precedes)
  }

  private static func check(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.isSquare, "only a square matrix has eigenvalues")
    try matrix.checkFinite()
  }

  private static func pairs(
    of matrix: Matrix
  ) throws(LinearAlgebraError) -> [Eigenpair] {
    if matrix.rows <= 2 { return smallPairs(of: matrix) }
    let (real, imaginary, packed) = try LAPACKE.eigenvalues(
      of: matrix, vectors: true)
    return (0..<matrix.rows).map { j in
      Eigenpair(
        value: ComplexEigenvalue(real: real[j], imaginary: imaginary[j]),
        packed: packed, column: j)
    }
  }

  private static func smallPairs(of matrix: Matrix) -> [Eigenpair] {
    switch matrix.rows {
    case 0: []
    case 1:
      [Eigenpair(value: .init(real: matrix[0, 0]), real: [1], imaginary: [0])]
    default: Eigenpair.pairs(ofOrderTwo: matrix)
    }
  }
}
