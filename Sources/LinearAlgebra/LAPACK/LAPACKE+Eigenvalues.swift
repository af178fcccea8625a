internal import CLAPACKE

extension LAPACKE {
  private static func job(_ vectors: Bool) -> CChar {
    CChar(UInt8(ascii: vectors ? "V" : "N"))
  }

  /// The eigenvalues of a symmetric matrix in rising order, read from its
  /// lower triangle, and the eigenvectors if they are wanted (dsyevd).
  static func symmetricEigenvalues(
    of matrix: Matrix, vectors: Bool
  ) throws(LinearAlgebraError) -> (values: [Double], vectors: Matrix) {
    BLASThreads.prepare()
    let order = Int32(matrix.rows)
    var result = matrix
    var values = Array(repeating: 0.0, count: matrix.rows)
    let info = LAPACKE_dsyevd(
      columnMajor, job(vectors), CChar(UInt8(ascii: "L")), order,
      &result.elements, order, &values)
    try check(info, "dsyevd") {
      .noConvergence(routine: "dsyevd", unconverged: $0)
    }
    return (values, result)
  }

  /// The eigenvalues of a matrix as LAPACK orders them, and the right
  /// eigenvectors in its packed form if they are wanted (dgeev).
  static func eigenvalues(
    of matrix: Matrix, vectors: Bool
  ) throws(LinearAlgebraError) -> (
    real: [Double], imaginary: [Double], packed: Matrix
  ) {
    BLASThreads.prepare()
    let order = Int32(matrix.rows)
    var destroyed = matrix.elements
    var packed = Matrix(rows: matrix.rows, columns: matrix.rows)
    var real = Array(repeating: 0.0, count: matrix.rows)
    var imaginary = real
    var left = 0.0
    let info = LAPACKE_dgeev(
      columnMajor, job(false), job(vectors), order, &destroyed, order, &real,
      &imaginary, &left, 1, &packed.elements, order)
    try check(info, "dgeev") {
      .noConvergence(routine: "dgeev", unconverged: $0)
    }
    return (real, imaginary, packed)
  }
}
