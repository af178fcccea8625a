/// What to do with two elements for one place of a sparse matrix.
public enum DuplicatePolicy: Sendable {
  /// Refuse them with an error that names the place.
  case reject
  /// Add them, in the order in which they were given.
  case sum
}

extension SparseMatrix {
  /// The matrix with the elements of a list, given in any order.
  ///
  /// The elements are counted by row, dealt into their rows and sorted there;
  /// beside the list and the matrix no memory is needed that grows with the
  /// number of elements.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  ///   - triplets: the elements.
  ///   - duplicates: what to do with two elements for one place.
  /// - Throws: `indexOutOfRange` for the first element outside the matrix;
  ///   `duplicateElement` for the first place, row by row, that is given twice.
  /// - Precondition: the sizes lie in `0...Int32.max`.
  /// - Complexity: O(rows + k) for k elements in short rows or in order;
  ///   O(rows + k log k) at worst.
  package init(
    rows: Int, columns: Int, triplets: TripletList,
    duplicates: DuplicatePolicy = .reject
  ) throws(LinearAlgebraError) {
    Self.checkSize(rows: rows, columns: columns)
    try Self.checkRange(of: triplets, rows: rows, columns: columns)
    let rowStarts = Self.rowStarts(of: triplets.rowIndices, rows: rows)
    var storage = Self.dealt(triplets, rowStarts)
    storage.sortRows(rowStarts)
    guard let place = storage.firstDuplicate(rowStarts) else {
      self.init(
        rows: rows, columns: columns, ordered: rowStarts,
        columnIndices: storage.columns, values: storage.values)
      return
    }
    guard duplicates == .sum else {
      throw .duplicateElement(row: place.row, column: place.column)
    }
    let summedStarts = storage.sumDuplicates(rowStarts)
    self.init(
      rows: rows, columns: columns, ordered: summedStarts,
      columnIndices: storage.columns, values: storage.values)
  }

  /// The matrix with the elements of an array, given in any order.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  ///   - triplets: the elements.
  ///   - duplicates: what to do with two elements for one place.
  /// - Throws: as the initialiser from a `TripletList`.
  /// - Precondition: the sizes lie in `0...Int32.max`.
  /// - Complexity: as the initialiser from a `TripletList`.
  public init(
    rows: Int, columns: Int,
    triplets: [(row: Int, column: Int, value: Double)],
    duplicates: DuplicatePolicy = .reject
  ) throws(LinearAlgebraError) {
    Self.checkSize(rows: rows, columns: columns)
    var list = TripletList()
    list.reserveCapacity(triplets.count)
    for (row, column, value) in triplets {
      guard 0..<rows ~= row && 0..<columns ~= column else {
        throw .indexOutOfRange(
          row: row, column: column, rows: rows, columns: columns)
      }
      list.append(row: row, column: column, value: value)
    }
    try self.init(
      rows: rows, columns: columns, triplets: list, duplicates: duplicates)
  }

  static func checkRange(
    of triplets: TripletList, rows: Int, columns: Int
  ) throws(LinearAlgebraError) {
    for k in 0..<triplets.count {
      let row = Int(triplets.rowIndices[k])
      let column = Int(triplets.columnIndices[k])
      guard row < rows && column < columns else {
        throw .indexOutOfRange(
          row: row, column: column, rows: rows, columns: columns)
      }
    }
  }

  /// The running count of elements before each row.
  static func rowStarts(of rowIndices: [Int32], rows: Int) -> [Int] {
    var starts = Array(repeating: 0, count: rows + 1)
    for row in rowIndices { starts[Int(row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    return starts
  }

  /// The elements dealt into their rows, each row in the order of the list.
  private static func dealt(
    _ triplets: TripletList, _ rowStarts: [Int]
  ) -> SparseStorage {
    var next = rowStarts
    var storage = SparseStorage(count: triplets.count)
    for k in 0..<triplets.count {
      let row = Int(triplets.rowIndices[k])
      storage.columns[next[row]] = triplets.columnIndices[k]
      storage.values[next[row]] = triplets.values[k]
      next[row] += 1
    }
    return storage
  }
}
