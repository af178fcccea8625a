/// A sparse matrix of doubles, stored row by row (compressed sparse rows).
///
/// Row i holds the elements at positions `rowStarts[i]..<rowStarts[i + 1]` of
/// `columnIndices` and `values`, by rising column. A stored element may be
/// zero. The matrix takes 12 bytes an element and 8 a row.
public struct SparseMatrix: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// Where each row starts, and last where the storage ends; `rows + 1`
  /// numbers that never fall.
  public let rowStarts: [Int]
  /// The column of each stored element.
  public let columnIndices: [Int32]
  /// The value of each stored element.
  public internal(set) var values: [Double]

  /// A matrix over storage that is already in order.
  package init(
    rows: Int, columns: Int, ordered rowStarts: [Int],
    columnIndices: [Int32], values: [Double]
  ) {
    assert(rowStarts.count == rows + 1 && rowStarts[rows] == values.count)
    assert(columnIndices.count == values.count)
    self.rows = rows
    self.columns = columns
    self.rowStarts = rowStarts
    self.columnIndices = columnIndices
    self.values = values
  }

  /// A matrix of zeros.
  ///
  /// - Precondition: the sizes lie in `0...Int32.max`.
  /// - Complexity: O(rows).
  public init(rows: Int, columns: Int) {
    Self.checkSize(rows: rows, columns: columns)
    self.init(
      rows: rows, columns: columns,
      ordered: Array(repeating: 0, count: rows + 1),
      columnIndices: [], values: [])
  }

  /// The elements of a dense matrix that are not zero.
  ///
  /// - Complexity: O(rows · columns).
  public init(dense: Matrix) {
    Self.checkSize(rows: dense.rows, columns: dense.columns)
    var rowStarts = [0]
    var columnIndices: [Int32] = []
    var values: [Double] = []
    rowStarts.reserveCapacity(dense.rows + 1)
    for i in 0..<dense.rows {
      for j in 0..<dense.columns where dense[i, j] != 0 {
        columnIndices.append(Int32(j))
        values.append(dense[i, j])
      }
      rowStarts.append(values.count)
    }
    self.init(
      rows: dense.rows, columns: dense.columns, ordered: rowStarts,
      columnIndices: columnIndices, values: values)
  }

  static func checkSize(rows: Int, columns: Int) {
    let sizes = 0...Int(Int32.max)
    precondition(
      sizes.contains(rows) && sizes.contains(columns),
      "the size of a sparse matrix lies in 0...Int32.max")
  }

  /// The number of stored elements.
  @inlinable
  public var nonzeroCount: Int { values.count }

  /// The same matrix with every element written out.
  ///
  /// - Complexity: O(rows · columns).
  public var dense: Matrix {
    var result = Matrix(rows: rows, columns: columns)
    for i in 0..<rows {
      for (j, value) in self[row: i] { result[i, j] = value }
    }
    return result
  }

  /// The element in a row and a column; zero where none is stored.
  ///
  /// - Precondition: the row and the column lie in the matrix.
  /// - Complexity: O(log k) for k elements in the row.
  public func element(_ row: Int, _ column: Int) -> Double {
    precondition(column >= 0 && column < columns, "no such column")
    var low = rowStarts[row]
    var high = rowStarts[row + 1]
    let end = high
    while low < high {
      let middle = low + (high - low) / 2
      if columnIndices[middle] < column {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < end && columnIndices[low] == column ? values[low] : 0
  }
}
