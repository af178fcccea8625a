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
  /// - Complexity: O(rows + the stored elements).
  public func multiply(
    _ x: [Double], into y: inout [Double], concurrently: Bool = false
  ) {
    precondition(x.count == columns, "the vector must fit the columns")
    precondition(y.count == rows, "the product must fit the rows")
    links.withUnsafeRows { matrix in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          // Each range is of rows of its own, so sharing the pointers is safe.
          nonisolated(unsafe) let (matrix, x, y) = (matrix, x, y)
          links.forEachRowRange(concurrently: concurrently) { rows in
            forEachScaledRow(in: rows) { i, rowScale, factor in
              var sum = 0.0
              for k in matrix.starts[i]..<matrix.starts[i &+ 1] {
                let j = Int(matrix.columns[k])
                sum += matrix.values[k] * (factor(j) * x[j])
              }
              y[i] = rowScale * sum
            }
          }
        }
      }
    }
  }

  /// Computes the transposed product y = Aᵀ x, each number by rising row.
  ///
  /// - Precondition: `x` has `rows` numbers and `y` has `columns`.
  /// - Complexity: O(rows + the stored elements), without allocation.
  public func multiplyTransposed(_ x: [Double], into y: inout [Double]) {
    precondition(x.count == rows, "the vector must fit the rows")
    precondition(y.count == columns, "the product must fit the columns")
    links.withUnsafeRows { matrix in
      y.withUnsafeMutableBufferPointer { y in
        y.update(repeating: 0)
        forEachScaledRow(in: 0..<rows) { i, rowScale, factor in
          let scaled = rowScale * x[i]
          for k in matrix.starts[i]..<matrix.starts[i &+ 1] {
            let j = Int(matrix.columns[k])
            y[j] += matrix.values[k] * (factor(j) * scaled)
          }
        }
      }
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

  /// Calls `body` with each row of a range, its factor and a function that gives the
  /// factor of each column off the diagonal.
  @inline(__always)
  private func forEachScaledRow(
    in rows: Range<Int>,
    _ body: (
      _ row: Int, _ rowScale: Double, _ factor: (_ column: Int) -> Double
    ) -> Void
  ) {
    let (rowScale, columnScale) = (factors.rowScale, factors.columnScale)
    let (block, groups) = (factors.block, factors.groups)
    for i in rows {
      if factors.groupCount == 1 {
        body(i, rowScale[i] * block[0, 0]) { j in
          j == i ? 0 : columnScale[j]
        }
      } else {
        let group = Int(groups[i])
        body(i, rowScale[i]) { j in
          j == i ? 0 : columnScale[j] * block[group, Int(groups[j])]
        }
      }
    }
  }
}
