extension SparseMatrix {
  /// The elements in chosen rows and in the columns of the same numbers.
  ///
  /// - Parameter indices: the rows and columns to keep, rising.
  /// - Returns: a square matrix of as many rows.
  /// - Precondition: the matrix is square; the indices lie in it and rise.
  /// - Complexity: O(rows + the elements of the rows kept).
  public func principalSubmatrix(_ indices: [Int]) -> SparseMatrix {
    precondition(rows == columns, "the matrix must be square")
    precondition(
      zip(indices, indices.dropFirst()).allSatisfy(<), "indices rise")
    var places = Array(repeating: Int32(-1), count: columns)
    for (place, index) in indices.enumerated() { places[index] = Int32(place) }
    var starts = [0]
    var kept = SparseStorage(columns: [], values: [])
    for index in indices {
      for k in rowStarts[index]..<rowStarts[index + 1] {
        let place = places[Int(columnIndices[k])]
        guard place >= 0 else { continue }
        kept.columns.append(place)
        kept.values.append(values[k])
      }
      starts.append(kept.columns.count)
    }
    return SparseMatrix(
      rows: indices.count, columns: indices.count, ordered: starts,
      columnIndices: kept.columns, values: kept.values)
  }
}
