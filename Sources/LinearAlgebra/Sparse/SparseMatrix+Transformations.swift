extension SparseMatrix {
  /// The transposed matrix.
  ///
  /// - Complexity: O(rows + columns + nonzeroCount).
  public func transposed() -> SparseMatrix {
    let starts = Self.rowStarts(of: columnIndices, rows: columns)
    var next = starts
    var storage = SparseStorage(count: nonzeroCount)
    for i in 0..<rows {
      for k in rowStarts[i]..<rowStarts[i + 1] {
        let target = next[Int(columnIndices[k])]
        next[Int(columnIndices[k])] = target + 1
        storage.columns[target] = Int32(i)
        storage.values[target] = values[k]
      }
    }
    return SparseMatrix(
      rows: columns, columns: rows, ordered: starts,
      columnIndices: storage.columns, values: storage.values)
  }

  /// Replaces each stored element by a function of its place and its value.
  ///
  /// - Complexity: O(rows + nonzeroCount) calls.
  public mutating func updateValues(
    _ transform: (_ row: Int, _ column: Int, _ value: Double) -> Double
  ) {
    for i in 0..<rows {
      for k in rowStarts[i]..<rowStarts[i + 1] {
        values[k] = transform(i, Int(columnIndices[k]), values[k])
      }
    }
  }

  /// The matrix with row i multiplied by `factors[i]`.
  ///
  /// - Precondition: there are `rows` factors.
  /// - Complexity: O(rows + nonzeroCount).
  public func scaledRows(by factors: [Double]) -> SparseMatrix {
    precondition(factors.count == rows, "the factors must fit the rows")
    var result = self
    result.updateValues { row, _, value in factors[row] * value }
    return result
  }

  /// The matrix with column j multiplied by `factors[j]`.
  ///
  /// - Precondition: there are `columns` factors.
  /// - Complexity: O(rows + nonzeroCount).
  public func scaledColumns(by factors: [Double]) -> SparseMatrix {
    precondition(factors.count == columns, "the factors must fit the columns")
    var result = self
    result.updateValues { _, column, value in value * factors[column] }
    return result
  }

  /// The matrix of the stored elements that a condition holds for.
  ///
  /// - Complexity: O(rows + nonzeroCount) calls.
  public func filter(
    _ isIncluded: (_ row: Int, _ column: Int, _ value: Double) -> Bool
  ) -> SparseMatrix {
    var starts = rowStarts
    var kept = SparseStorage(columns: columnIndices, values: values)
    var end = 0
    for i in 0..<rows {
      for k in rowStarts[i]..<rowStarts[i + 1]
      where isIncluded(i, Int(columnIndices[k]), values[k]) {
        kept.columns[end] = columnIndices[k]
        kept.values[end] = values[k]
        end += 1
      }
      starts[i + 1] = end
    }
    kept.truncate(to: end)
    return SparseMatrix(
      rows: rows, columns: columns, ordered: starts,
      columnIndices: kept.columns, values: kept.values)
  }

  /// The matrix without the elements on its diagonal.
  ///
  /// - Complexity: O(rows + nonzeroCount).
  public func removingDiagonal() -> SparseMatrix {
    filter { row, column, _ in row != column }
  }

  /// The elementwise product of two matrices of one size, `a_ij · b_ij`.
  ///
  /// - Precondition: the sizes agree.
  /// - Complexity: O(rows + the elements of both).
  public func elementwiseProduct(_ other: SparseMatrix) -> SparseMatrix {
    precondition(
      rows == other.rows && columns == other.columns, "the sizes must agree")
    var starts = [0]
    var keptColumns: [Int32] = []
    var keptValues: [Double] = []
    starts.reserveCapacity(rows + 1)
    for i in 0..<rows {
      var k = other.rowStarts[i]
      let end = other.rowStarts[i + 1]
      for (j, value) in self[row: i] {
        while k < end && other.columnIndices[k] < j { k += 1 }
        guard k < end else { break }
        guard other.columnIndices[k] == j else { continue }
        keptColumns.append(Int32(j))
        keptValues.append(value * other.values[k])
      }
      starts.append(keptValues.count)
    }
    return SparseMatrix(
      rows: rows, columns: columns, ordered: starts,
      columnIndices: keptColumns, values: keptValues)
  }

  /// The sum of each row, by rising column.
  ///
  /// - Complexity: O(rows + nonzeroCount).
  public var rowSums: [Double] {
    (0..<rows).map { i in
      (rowStarts[i]..<rowStarts[i + 1]).reduce(0.0) { $0 + values[$1] }
    }
  }
}
