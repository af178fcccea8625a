/// The elements of a matrix in any order, each with its row and its column.
///
/// What a reader of an edge list fills before it builds a `SparseMatrix`. The
/// list takes 16 bytes an element.
package struct TripletList: Sendable, Equatable {
  /// The row of each element.
  package internal(set) var rowIndices: [Int32] = []
  /// The column of each element.
  package internal(set) var columnIndices: [Int32] = []
  /// The value of each element.
  package internal(set) var values: [Double] = []

  /// An empty list.
  package init() {}

  /// The number of elements.
  package var count: Int { values.count }

  /// Makes room for a number of elements, so that appending them does not
  /// move the list.
  ///
  /// - Complexity: O(count).
  package mutating func reserveCapacity(_ capacity: Int) {
    rowIndices.reserveCapacity(capacity)
    columnIndices.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  /// Appends an element.
  ///
  /// - Precondition: the row and the column lie in `0...Int32.max - 1`.
  /// - Complexity: O(1), amortised.
  package mutating func append(row: Int, column: Int, value: Double) {
    precondition(
      row >= 0 && row < Int32.max && column >= 0 && column < Int32.max,
      "a row and a column lie in 0..<Int32.max")
    rowIndices.append(Int32(row))
    columnIndices.append(Int32(column))
    values.append(value)
  }

  /// Appends the elements of another list, in their order.
  ///
  /// - Complexity: O(the elements of the other list), amortised.
  package mutating func append(contentsOf other: TripletList) {
    rowIndices.append(contentsOf: other.rowIndices)
    columnIndices.append(contentsOf: other.columnIndices)
    values.append(contentsOf: other.values)
  }
}
