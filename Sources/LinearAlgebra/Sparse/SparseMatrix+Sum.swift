extension SparseMatrix {
  /// The sum of two matrices of one size.
  ///
  /// An element is stored where either matrix stores one.
  ///
  /// - Precondition: the sizes agree.
  /// - Complexity: O(rows + the elements of both).
  public static func + (a: Self, b: Self) -> Self {
    precondition(
      a.rows == b.rows && a.columns == b.columns, "the sizes must agree")
    var sum = SparseStorage(count: a.nonzeroCount + b.nonzeroCount)
    var starts = Array(repeating: 0, count: a.rows + 1)
    for i in 0..<a.rows {
      starts[i + 1] = sum.merge(a, b, row: i, at: starts[i])
    }
    sum.truncate(to: starts[a.rows])
    return SparseMatrix(
      rows: a.rows, columns: a.columns, ordered: starts,
      columnIndices: sum.columns, values: sum.values)
  }
}

extension SparseStorage {
  /// Writes the sum of two rows from a place on; returns where it ends.
  fileprivate mutating func merge(
    _ a: SparseMatrix, _ b: SparseMatrix, row: Int, at place: Int
  ) -> Int {
    var (i, j, end) = (a.rowStarts[row], b.rowStarts[row], place)
    let (lastOfA, lastOfB) = (a.rowStarts[row + 1], b.rowStarts[row + 1])
    while i < lastOfA || j < lastOfB {
      let inA = i < lastOfA ? a.columnIndices[i] : Int32.max
      let inB = j < lastOfB ? b.columnIndices[j] : Int32.max
      columns[end] = min(inA, inB)
      values[end] =
        (inA <= inB ? a.values[i] : 0) + (inB <= inA ? b.values[j] : 0)
      if inA <= inB { i += 1 }
      if inB <= inA { j += 1 }
      end += 1
    }
    return end
  }
}
