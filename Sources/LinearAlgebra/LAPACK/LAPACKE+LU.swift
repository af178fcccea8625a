internal import CLAPACKE

extension LAPACKE {
  /// Factorises a square matrix in place (dgetrf); `pivots` count from 1.
  static func factorize(
    _ matrix: inout Matrix, pivots: inout [Int32]
  ) throws(LinearAlgebraError) {
    BLASThreads.prepare()
    let order = Int32(matrix.rows)
    let info = LAPACKE_dgetrf_work(
      columnMajor, order, order, &matrix.elements, order, &pivots)
    try check(info, "dgetrf") { .singular(pivot: $0 - 1) }
  }

  /// Solves A X = B or Aᵀ X = B in place from the factors of A (dgetrs).
  static func solve(
    factors: Matrix, pivots: [Int32], transposed: Bool,
    into b: inout [Double], columns: Int
  ) {
    BLASThreads.prepare()
    let order = Int32(factors.rows)
    let info = LAPACKE_dgetrs_work(
      columnMajor, CChar(UInt8(ascii: transposed ? "T" : "N")), order,
      Int32(columns), factors.elements, order, pivots, &b, order)
    precondition(info == 0, "dgetrs refused an argument")
  }

  /// Solves A x = b in place (dgesv); false if a pivot is zero.
  static func solve(
    order: Int, matrix a: UnsafeMutablePointer<Double>,
    leadingDimension: Int, pivots: UnsafeMutablePointer<Int32>,
    rightHandSide b: UnsafeMutablePointer<Double>
  ) -> Bool {
    BLASThreads.prepare()
    let info = LAPACKE_dgesv_work(
      columnMajor, Int32(order), 1, a, Int32(leadingDimension), pivots, b,
      Int32(order))
    precondition(info >= 0, "dgesv refused an argument")
    return info == 0
  }
}
