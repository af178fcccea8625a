extension SparseMatrix {
  /// The square matrix with ones in the given columns of each row, such as the
  /// links of a graph.
  ///
  /// - Parameter columnsOfRows: the columns of each row, without repetition, in
  ///   any order.
  /// - Precondition: every column is a row's number and occurs once in a row.
  /// - Complexity: O(rows + elements), beside the sorting of each row.
  public init(pattern columnsOfRows: [[Int]]) {
    let count = columnsOfRows.count
    var starts = [0]
    var columns: [Int32] = []
    for row in columnsOfRows {
      let sorted = row.sorted()
      precondition(
        zip(sorted, sorted.dropFirst()).allSatisfy(<)
          && sorted.allSatisfy { 0..<count ~= $0 },
        "the columns of a row differ and are rows too")
      columns += sorted.map(Int32.init)
      starts.append(columns.count)
    }
    self.init(
      rows: count, columns: count, ordered: starts, columnIndices: columns,
      values: Array(repeating: 1, count: columns.count))
  }
}
