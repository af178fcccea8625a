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

  /// The matrix of an order with ones on its diagonal and zeros elsewhere.
  ///
  /// - Precondition: the order is not negative.
  /// - Complexity: O(order²).
  public static func identity(order: Int) -> Matrix {
    Matrix(diagonal: Array(repeating: 1, count: order))
  }

  /// The square matrix with the given diagonal and zeros elsewhere.
  ///
  /// - Complexity: O(n²) for n numbers.
  public init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count)
    for (i, value) in diagonal.enumerated() { self[i, i] = value }
  }

  /// Whether there are as many rows as columns.
  @inlinable
  public var isSquare: Bool { rows == columns }

  /// The transposed matrix.
  ///
  /// - Complexity: O(rows · columns).
  public func transposed() -> Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for j in 0..<columns {
      for i in 0..<rows { result[j, i] = self[i, j] }
    }
    return result
  }

  /// The matrix of the elements in some rows and columns, in their order.
  ///
  /// - Precondition: the indices lie in the matrix.
  /// - Complexity: O(the size of the result).
  public func submatrix(
    rows rowIndices: [Int], columns columnIndices: [Int]
  ) -> Matrix {
    var result = Matrix(rows: rowIndices.count, columns: columnIndices.count)
    for (j, column) in columnIndices.enumerated() {
      for (i, row) in rowIndices.enumerated() {
        precondition(
          0..<rows ~= row && 0..<columns ~= column, "no such element")
        result[i, j] = self[row, column]
      }
    }
    return result
  }

  /// The matrix of the elements in some rows and the same columns.
  ///
  /// - Precondition: the indices lie in the matrix.
  /// - Complexity: O(indices²).
  public func submatrix(_ indices: [Int]) -> Matrix {
    submatrix(rows: indices, columns: indices)
  }

  /// Throws `notFinite` for the first element, column by column, that is
  /// infinite or not a number.
  func checkFinite() throws(LinearAlgebraError) {
    guard let k = elements.firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(row: k % rows, column: k / rows)
  }
}
