internal import CLAPACKE

extension LAPACKE {
  private static let asGiven = CChar(UInt8(ascii: "N"))

  /// Solves min ‖b − A x‖ for a tall matrix by its QR factorisation (dgels).
  ///
  /// The upper triangle of `a` becomes R, the first numbers of `b` the
  /// solution.
  static func leastSquares(
    _ a: inout Matrix, _ b: inout [Double]
  ) throws(LinearAlgebraError) {
    BLASThreads.prepare()
    let (rows, columns) = (Int32(a.rows), Int32(a.columns))
    let info = LAPACKE_dgels(
      columnMajor, asGiven, rows, columns, 1, &a.elements, rows, &b, rows)
    try check(info, "dgels") { .singular(pivot: $0 - 1) }
  }
}
