extension SparseMatrix {
  /// Calls `body` with ranges that make up the columns, side by side if that is
  /// asked for and there are many; they do not depend on the number of threads.
  package func forEachColumnRange(
    concurrently: Bool = true, _ body: (Range<Int>) -> Void
  ) {
    let parts =
      concurrently
      ? min(Self.mostColumnRanges, 1 + columns / Self.manyColumns) : 1
    guard parts > 1 else { return body(0..<columns) }
    Parallel.forEach(parts) { part in
      body((part * columns / parts)..<((part + 1) * columns / parts))
    }
  }

  private static var manyColumns: Int { 16_384 }
  private static var mostColumnRanges: Int { 8 }

  /// Where the elements of a row lie whose column is in a range.
  ///
  /// - Complexity: O(log k) for k elements in the row, O(1) if all or none are.
  package func places(inRow row: Int, _ columns: Range<Int>) -> Range<Int> {
    withUnsafeRows { $0.places(inRow: row, columns) }
  }
}

extension UnsafeSparseRows {
  /// Where the elements of a row lie whose column is in a range.
  @inline(__always)
  func places(inRow row: Int, _ range: Range<Int>) -> Range<Int> {
    let (start, end) = (starts[row], starts[row &+ 1])
    guard start < end, Int(columns[start]) < range.upperBound,
      Int(columns[end &- 1]) >= range.lowerBound
    else { return start..<start }
    let first =
      Int(columns[start]) >= range.lowerBound
      ? start : place(from: start, to: end, column: range.lowerBound)
    let last =
      Int(columns[end &- 1]) < range.upperBound
      ? end : place(from: first, to: end, column: range.upperBound)
    return first..<last
  }

  /// The first place of some in a row whose column is not below one.
  @inline(__always)
  private func place(from start: Int, to end: Int, column: Int) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low &+ high) >> 1
      if Int(columns[middle]) < column {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    return low
  }
}
