/// The stored elements of one row of a sparse matrix, by rising column.
@usableFromInline package struct SparseRow: RandomAccessCollection, Sendable {
  @usableFromInline let matrix: SparseMatrix
  /// The positions of the elements in the storage of the matrix.
  public let indices: Range<Int>

  @inlinable
  init(matrix: SparseMatrix, indices: Range<Int>) {
    self.matrix = matrix
    self.indices = indices
  }

  /// The position of the first element.
  @inlinable
  public var startIndex: Int { indices.lowerBound }

  /// The position after the last element.
  @inlinable
  public var endIndex: Int { indices.upperBound }

  /// The column and the value of an element.
  @inlinable
  public subscript(position: Int) -> (column: Int, value: Double) {
    (Int(matrix.columnIndices[position]), matrix.values[position])
  }
}

extension SparseMatrix {
  /// The stored elements of a row, by rising column.
  ///
  /// - Complexity: O(1).
  @inlinable
  package subscript(row row: Int) -> SparseRow {
    SparseRow(
      matrix: self, indices: rowStarts[row]..<rowStarts[row + 1])
  }
}
