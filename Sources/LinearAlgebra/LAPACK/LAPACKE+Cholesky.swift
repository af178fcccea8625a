internal import CLAPACKE

extension LAPACKE {
  private static let lower = CChar(UInt8(ascii: "L"))

  /// Factorises the lower triangle of a square matrix in place (dpotrf).
  static func factorizeCholesky(
    _ matrix: inout Matrix
  ) throws(LinearAlgebraError) {
    BLASThreads.prepare()
    let order = Int32(matrix.rows)
    let info = LAPACKE_dpotrf_work(
      columnMajor, lower, order, &matrix.elements, order)
    try check(info, "dpotrf") { .notPositiveDefinite(minor: $0) }
  }

  /// Solves A X = B in place from the factor of A (dpotrs).
  static func solveCholesky(
    factor: Matrix, into b: inout [Double], columns: Int
  ) {
    BLASThreads.prepare()
    let order = Int32(factor.rows)
    let info = LAPACKE_dpotrs_work(
      columnMajor, lower, order, Int32(columns), factor.elements, order, &b,
      order)
    precondition(info == 0, "dpotrs refused an argument")
  }
}
