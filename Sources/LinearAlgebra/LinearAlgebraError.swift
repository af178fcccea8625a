/// Why an operation of linear algebra has no result.
///
/// Rows, columns and pivots count from 0; a leading minor is named by its
/// order, which counts from 1.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// The pivot is exactly zero, so the matrix has no inverse.
  case singular(pivot: Int)
  /// The leading minor of this order is not positive.
  case notPositiveDefinite(minor: Int)
  /// An element is infinite or not a number.
  case notFinite(row: Int, column: Int)
  /// An iteration of LAPACK ended before all its values had converged.
  case noConvergence(routine: String, unconverged: Int)
  /// LAPACK refused the argument at this position, counting from 1.
  case illegalArgument(routine: String, position: Int)
  /// Two elements were given for one place.
  case duplicateElement(row: Int, column: Int)
  /// An element lies outside the matrix.
  case indexOutOfRange(row: Int, column: Int, rows: Int, columns: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// The error as one plain sentence.
  public var description: String {
    switch self {
    case .singular(let pivot):
      "the matrix is singular: pivot \(pivot) is zero"
    case .notPositiveDefinite(let minor):
      "the matrix is not positive definite: "
        + "its leading minor of order \(minor) is not positive"
    case .notFinite(let row, let column):
      "the element in row \(row), column \(column) is not finite"
    case .noConvergence(let routine, let unconverged):
      "\(routine) did not converge: \(unconverged) values are missing"
    case .illegalArgument(let routine, let position):
      "\(routine) refused its argument number \(position)"
    case .duplicateElement(let row, let column):
      "the element in row \(row), column \(column) is given twice"
    case .indexOutOfRange(let row, let column, let rows, let columns):
      "the element in row \(row), column \(column) lies outside "
        + "a matrix of \(rows) rows and \(columns) columns"
    }
  }
}
