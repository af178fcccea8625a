/// A dense matrix of doubles, stored column by column as LAPACK wants it.
///
/// Element (i, j) lies at `elements[i + j * rows]`. Access is O(1).
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, column by column; its count is `rows * columns`.
  public var elements: [Double]

  /// A matrix with every element the same.
  ///
  /// - Precondition: `rows` and `columns` are not negative.
  /// - Complexity: O(rows · columns).
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative size")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// The matrix with the given rows.
  ///
  /// - Precondition: the rows are equally long.
  /// - Complexity: O(rows · columns).
  public init(rows lines: [[Double]]) {
    self.init(rows: lines.count, columns: lines.first?.count ?? 0)
    for (i, line) in lines.enumerated() {
      precondition(line.count == columns, "the rows must be equally long")
      for (j, value) in line.enumerated() { self[i, j] = value }
    }
  }

  /// The element in a row and a column.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row &+ column &* rows] }
    set { elements[row &+ column &* rows] = newValue }
  }
}
