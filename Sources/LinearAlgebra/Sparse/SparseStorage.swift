/// The elements of a sparse matrix under construction.
struct SparseStorage {
  var columns: [Int32]
  var values: [Double]

  init(columns: [Int32], values: [Double]) {
    self.columns = columns
    self.values = values
  }

  init(count: Int) {
    columns = Array(repeating: 0, count: count)
    values = Array(repeating: 0, count: count)
  }

  /// Rows of at most this many elements are sorted by insertion.
  private static let longestInsertion = 32

  /// Sorts each row by column; elements of one column keep their order.
  mutating func sortRows(_ rowStarts: [Int]) {
    for row in 0..<(rowStarts.count - 1) {
      let range = rowStarts[row]..<rowStarts[row + 1]
      if range.count <= Self.longestInsertion {
        sortByInsertion(range)
      } else if !isSorted(range) {
        sortByKeys(range)
      }
    }
  }

  private func isSorted(_ range: Range<Int>) -> Bool {
    range.dropFirst().allSatisfy { columns[$0 - 1] <= columns[$0] }
  }

  private mutating func sortByInsertion(_ range: Range<Int>) {
    for k in range.dropFirst() where columns[k] < columns[k - 1] {
      let (column, value) = (columns[k], values[k])
      var hole = k
      while hole > range.lowerBound && columns[hole - 1] > column {
        columns[hole] = columns[hole - 1]
        values[hole] = values[hole - 1]
        hole -= 1
      }
      columns[hole] = column
      values[hole] = value
    }
  }

  /// Sorts a long row by the keys column · 2³² + place, which all differ.
  ///
  /// - Precondition: the range has fewer than 2³² elements.
  private mutating func sortByKeys(_ range: Range<Int>) {
    var keys = range.map {
      UInt64(columns[$0]) << 32 | UInt64($0 - range.lowerBound)
    }
    keys.sort()
    let unsorted = Array(values[range])
    for (k, key) in zip(range, keys) {
      columns[k] = Int32(key >> 32)
      values[k] = unsorted[Int(key & 0xFFFF_FFFF)]
    }
  }

  /// The first place, row by row, that has two elements.
  func firstDuplicate(_ rowStarts: [Int]) -> (row: Int, column: Int)? {
    for row in 0..<(rowStarts.count - 1) {
      let range = rowStarts[row]..<rowStarts[row + 1]
      for k in range.dropFirst() where columns[k - 1] == columns[k] {
        return (row, Int(columns[k]))
      }
    }
    return nil
  }

  /// Keeps the first elements only, and no room for more.
  mutating func truncate(to count: Int) {
    guard count < columns.count else { return }
    columns = Array(columns[..<count])
    values = Array(values[..<count])
  }

  /// Adds the elements that share a place; returns where the rows now start.
  mutating func sumDuplicates(_ rowStarts: [Int]) -> [Int] {
    var starts = [0]
    var end = 0
    for row in 0..<(rowStarts.count - 1) {
      let start = end
      for k in rowStarts[row]..<rowStarts[row + 1] {
        if end > start && columns[end - 1] == columns[k] {
          values[end - 1] += values[k]
        } else {
          columns[end] = columns[k]
          values[end] = values[k]
          end += 1
        }
      }
      starts.append(end)
    }
    truncate(to: end)
    return starts
  }
}
