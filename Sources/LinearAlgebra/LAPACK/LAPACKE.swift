internal import CLAPACKE

/// The C boundary: calls of LAPACK and BLAS on our own types.
///
/// Every routine is told of column-major storage. A return value `info` below
/// zero names an argument, which can only be our own mistake; what a value
/// above zero means is the routine's affair.
enum LAPACKE {
  /// Systems of a smaller order are solved faster by our own code (measured).
  static let smallestOrder = 30

  static let columnMajor = Int32(LAPACK_COL_MAJOR)

  /// Turns `info` into an error: below zero an illegal argument, above zero
  /// what the routine says.
  static func check(
    _ info: Int32, _ routine: String,
    positive error: (Int) -> LinearAlgebraError
  ) throws(LinearAlgebraError) {
    if info < 0 {
      throw .illegalArgument(routine: routine, position: -Int(info))
    }
    if info > 0 { throw error(Int(info)) }
  }

  /// The product of two matrices.
  static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    BLASThreads.prepare()
    var c = Matrix(rows: a.rows, columns: b.columns)
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(a.rows),
      Int32(b.columns), Int32(a.columns), 1, a.elements, Int32(a.rows),
      b.elements, Int32(b.rows), 0, &c.elements, Int32(c.rows))
    return c
  }

  /// Takes the product A Bᵀ off a matrix.
  static func subtractProduct(
    _ a: Matrix, transposed b: Matrix, from c: inout Matrix
  ) {
    BLASThreads.prepare()
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasTrans, Int32(a.rows), Int32(b.rows),
      Int32(a.columns), -1, a.elements, Int32(a.rows), b.elements,
      Int32(b.rows), 1, &c.elements, Int32(c.rows))
  }
}
