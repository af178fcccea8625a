extension ScaledSparseMatrix {
  /// The product of a row and a vector, summed by rising column.
  ///
  /// - Precondition: the row lies in the matrix; `x` has `columns` numbers.
  /// - Complexity: O(k) for k elements in the row.
  public func rowProduct(_ row: Int, _ x: [Double]) -> Double {
    precondition(x.count == columns, "the vector must fit the columns")
    var sum = 0.0
    forEachElement(inRow: row) { column, value in sum += value * x[column] }
    return sum
  }

  /// Computes the product y = A x, row by row, each by rising column.
  ///
  /// - Parameters:
  ///   - x: a vector of `columns` numbers.
  ///   - y: receives the product, `rows` numbers.
  ///   - concurrently: whether several threads may share the rows; the bits of
  ///     the result do not depend on it.
  /// - Precondition: the vectors fit the matrix.
  /// - Complexity: O(the stored elements + columns · groups), with a number kept
  ///   for each column and group.
  public func multiply(
    _ x: [Double], into y: inout [Double], concurrently: Bool = false
  ) {
    precondition(x.count == columns, "the vector must fit the columns")
    precondition(y.count == rows, "the product must fit the rows")
    let scaled = scaledForEachGroup(x)
    links.withUnsafeRows { matrix in
      scaled.withUnsafeBufferPointer { scaled in
        y.withUnsafeMutableBufferPointer { y in
          // Each range is of rows of its own, so sharing the pointers is safe.
          nonisolated(unsafe) let (matrix, scaled, y) = (matrix, scaled, y)
          links.forEachRowRange(concurrently: concurrently) { rows in
            for i in rows {
              let first = factors.groupCount == 1 ? 0 : Int(factors.groups[i])
              let x = scaled.baseAddress.map { $0 + first * columns }
              guard let x else { continue }
              var sum = 0.0
              for k in matrix.starts[i]..<matrix.starts[i &+ 1] {
                let j = Int(matrix.columns[k])
                sum += matrix.values[k] * (j == i ? 0 : x[j])
              }
              y[i] = scale(ofRow: i) * sum
            }
          }
        }
      }
    }
  }

  /// The factor of a row that does not depend on the column.
  private func scale(ofRow i: Int) -> Double {
    factors.groupCount == 1
      ? factors.rowScale[i] * factors.block[0, 0] : factors.rowScale[i]
  }

  /// What each column contributes to the rows of each group, group by group.
  private func scaledForEachGroup(_ x: [Double]) -> [Double] {
    let (groups, scale) = (factors.groups, factors.columnScale)
    return [Double](
      unsafeUninitializedCapacity: factors.groupCount * columns
    ) { scaled, count in
      for group in 0..<factors.groupCount {
        for j in 0..<columns {
          let factor =
            factors.groupCount == 1
            ? scale[j] : scale[j] * factors.block[group, Int(groups[j])]
          scaled.initializeElement(at: group * columns + j, to: factor * x[j])
        }
      }
      count = factors.groupCount * columns
    }
  }

  /// Computes the transposed product y = Aᵀ x, each number by rising row.
  ///
  /// - Parameters:
  ///   - x: a vector of `rows` numbers.
  ///   - y: receives the product, `columns` numbers.
  ///   - concurrently: whether several threads may share the columns; the bits
  ///     of the result do not depend on it.
  /// - Precondition: the vectors fit the matrix, whose elements are finite.
  /// - Complexity: O(rows + the stored elements of rows whose number is not
  ///   zero).
  public func multiplyTransposed(
    _ x: [Double], into y: inout [Double], concurrently: Bool = false
  ) {
    precondition(x.count == rows, "the vector must fit the rows")
    precondition(y.count == columns, "the product must fit the columns")
    let filled = (0..<rows).filter { x[$0] != 0 }
    links.withUnsafeRows { matrix in
      y.withUnsafeMutableBufferPointer { y in
        y.update(repeating: 0)
        // Each range is of columns of its own, so sharing the pointers is safe.
        nonisolated(unsafe) let (matrix, y) = (matrix, y)
        links.forEachColumnRange(concurrently: concurrently) { columns in
          for i in filled {
            let scaled = scale(ofRow: i) * x[i]
            addRow(i, times: scaled, in: columns, of: matrix, to: y)
          }
        }
      }
    }
  }

  /// Adds the elements of a row in a range of columns, times a number that
  /// contains the factor of the row.
  @inline(__always)
  private func addRow(
    _ i: Int, times scaled: Double, in columns: Range<Int>,
    of matrix: UnsafeSparseRows, to y: UnsafeMutableBufferPointer<Double>
  ) {
    let (columnScale, groups) = (factors.columnScale, factors.groups)
    let isOne = factors.groupCount == 1
    for k in matrix.places(inRow: i, columns) {
      let j = Int(matrix.columns[k])
      guard j != i else { continue }
      let factor =
        isOne
        ? columnScale[j]
        : columnScale[j] * factors.block[Int(groups[i]), Int(groups[j])]
      y[j] += matrix.values[k] * (factor * scaled)
    }
  }

  /// The sum of each row, by rising column.
  ///
  /// - Complexity: O(rows + the stored elements).
  public var rowSums: [Double] {
    var sums = Array(repeating: 0.0, count: rows)
    multiply(Array(repeating: 1, count: columns), into: &sums)
    return sums
  }
}
