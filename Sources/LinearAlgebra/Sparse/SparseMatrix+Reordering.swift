extension SparseMatrix {
  /// The matrix whose storage is that of a list, put into order in place.
  ///
  /// What a reader of large files needs: nothing else that grows with the
  /// number of elements is allocated, provided that the caller gives the list
  /// away. Each element is swapped into its row (McIlroy, Bostic and McIlroy
  /// 1993, "American flag" sort), then the rows are sorted by column.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  ///   - triplets: the elements, in any order.
  /// - Throws: `indexOutOfRange` for the first element outside the matrix;
  ///   `duplicateElement` for the first place, row by row, that is given twice.
  /// - Precondition: the sizes lie in `0...Int32.max`.
  /// - Complexity: O(rows + k) for k elements in short rows or in order;
  ///   O(rows + k log k) at worst.
  package init(
    rows: Int, columns: Int, reordering triplets: inout TripletList
  )
    throws(LinearAlgebraError)
  {
    Self.checkSize(rows: rows, columns: columns)
    try Self.checkRange(of: triplets, rows: rows, columns: columns)
    let rowStarts = Self.rowStarts(of: triplets.rowIndices, rows: rows)
    triplets.swapIntoRows(rowStarts)
    var storage = SparseStorage(count: 0)
    swap(&storage.columns, &triplets.columnIndices)
    swap(&storage.values, &triplets.values)
    triplets = TripletList()
    storage.sortRows(rowStarts)
    if let place = storage.firstDuplicate(rowStarts) {
      throw .duplicateElement(row: place.row, column: place.column)
    }
    self.init(
      rows: rows, columns: columns, ordered: rowStarts,
      columnIndices: storage.columns, values: storage.values)
  }
}

extension TripletList {
  /// Groups of rows that fit the caches, with a place to write in each.
  private static let mostGroups = 512

  /// Swaps each element into its row: first into its group of rows, so that
  /// the places swapped next lie close together.
  fileprivate mutating func swapIntoRows(_ rowStarts: [Int]) {
    let rows = rowStarts.count - 1
    var shift = 0
    while rows >> shift > Self.mostGroups { shift += 1 }
    if shift > 0 { swapIntoGroups(rowStarts, shift: shift) }
    swapIntoGroups(rowStarts, shift: 0)
  }

  /// Swaps each element into the places of its group of 2^shift rows.
  ///
  /// A swap puts at least one element into place, so there are at most as
  /// many swaps as elements.
  private mutating func swapIntoGroups(_ rowStarts: [Int], shift: Int) {
    let rows = rowStarts.count - 1
    var next = stride(from: 0, to: rows, by: 1 << shift).map { rowStarts[$0] }
    for group in next.indices {
      let end = rowStarts[min((group + 1) << shift, rows)]
      while next[group] < end {
        let place = next[group]
        let target = Int(rowIndices[place]) >> shift
        let other = next[target]
        next[target] += 1
        guard other != place else { continue }
        rowIndices.swapAt(place, other)
        columnIndices.swapAt(place, other)
        values.swapAt(place, other)
      }
    }
  }
}
