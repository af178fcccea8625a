/// Direct access to the rows of a sparse matrix, for hot loops.
///
/// Valid only inside the call that lends it. Nothing is checked.
@usableFromInline package struct UnsafeSparseRows {
  /// Where each row starts, and last where the storage ends.
  public let starts: UnsafeBufferPointer<Int>
  /// The column of each stored element.
  public let columns: UnsafeBufferPointer<Int32>
  /// The value of each stored element.
  public let values: UnsafeBufferPointer<Double>

  @inlinable
  init(
    starts: UnsafeBufferPointer<Int>, columns: UnsafeBufferPointer<Int32>,
    values: UnsafeBufferPointer<Double>
  ) {
    self.starts = starts
    self.columns = columns
    self.values = values
  }

  /// The product of a row and a vector, summed by rising column.
  ///
  /// - Complexity: O(k) for k elements in the row.
  @inlinable @inline(__always)
  public func product(_ row: Int, _ x: UnsafeBufferPointer<Double>) -> Double {
    var sum = 0.0
    var k = starts[row]
    let end = starts[row &+ 1]
    while k < end {
      sum += values[k] * x[Int(columns[k])]
      k &+= 1
    }
    return sum
  }
}

extension SparseMatrix {
  /// Calls a closure with direct access to the rows.
  ///
  /// - Complexity: that of the closure.
  @inlinable @inline(__always)
  package func withUnsafeRows<Result>(
    _ body: (UnsafeSparseRows) -> Result
  ) -> Result {
    rowStarts.withUnsafeBufferPointer { starts in
      columnIndices.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in
          body(
            UnsafeSparseRows(starts: starts, columns: columns, values: values))
        }
      }
    }
  }

  /// The product of a row and a vector, summed by rising column.
  ///
  /// - Precondition: the row lies in the matrix; `x` has `columns` numbers.
  /// - Complexity: O(k) for k elements in the row.
  @inlinable
  public func rowProduct(_ row: Int, _ x: [Double]) -> Double {
    precondition(row >= 0 && row < rows, "no such row")
    precondition(x.count == columns, "the vector must fit the columns")
    return withUnsafeRows { matrix in
      x.withUnsafeBufferPointer { matrix.product(row, $0) }
    }
  }

  /// Computes the product y = A x.
  ///
  /// Each row is summed by rising column, so the result has the same bits
  /// whether or not it is computed concurrently, on any number of threads.
  ///
  /// - Parameters:
  ///   - x: a vector of `columns` numbers.
  ///   - y: receives the product, `rows` numbers.
  ///   - concurrently: whether several threads may share the rows; it pays for
  ///     products of more than 0.1 ms and is ignored for small ones.
  /// - Precondition: the vectors fit the matrix.
  /// - Complexity: O(rows + nonzeroCount).
  public func multiply(
    _ x: [Double], into y: inout [Double], concurrently: Bool = false
  ) {
    precondition(x.count == columns, "the vector must fit the columns")
    precondition(y.count == rows, "the product must fit the rows")
    withUnsafeRows { matrix in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          // Each chunk writes rows of its own, so sharing the pointers is safe.
          nonisolated(unsafe) let (matrix, x, y) = (matrix, x, y)
          forEachRowRange(concurrently: concurrently) { rows in
            for i in rows { y[i] = matrix.product(i, x) }
          }
        }
      }
    }
  }

  /// Calls `body` with ranges that make up the rows, from several threads if that
  /// is asked for and pays.
  func forEachRowRange(
    concurrently: Bool, _ body: (Range<Int>) -> Void
  ) {
    let chunks = concurrently ? concurrentChunks : 1
    guard chunks > 1 else { return body(0..<rows) }
    Parallel.forEach(chunks) { body(rowRange($0, of: chunks)) }
  }

  /// The work, in elements and rows, below which a thread is not worth it.
  private static let smallestChunk = 32_768

  private var concurrentChunks: Int {
    let limit = 64
    return max(1, min(limit, (nonzeroCount + rows) / Self.smallestChunk))
  }

  /// The rows of a chunk, such that chunks hold about equally many elements.
  private func rowRange(_ chunk: Int, of chunks: Int) -> Range<Int> {
    firstRow(chunk, of: chunks)..<firstRow(chunk + 1, of: chunks)
  }

  /// The first row i with `rowStarts[i] + i` at or above the chunk's share.
  private func firstRow(_ chunk: Int, of chunks: Int) -> Int {
    let share = (nonzeroCount + rows) / chunks * chunk
    guard chunk < chunks else { return rows }
    var (low, high) = (0, rows)
    while low < high {
      let middle = (low + high) / 2
      if rowStarts[middle] + middle < share {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Computes the transposed product y = Aᵀ x.
  ///
  /// Each number is summed by rising row, so the result has the bits that
  /// `transposed().multiply` gives.
  ///
  /// - Precondition: `x` has `rows` numbers and `y` has `columns`.
  /// - Complexity: O(rows + columns + nonzeroCount).
  public func multiplyTransposed(_ x: [Double], into y: inout [Double]) {
    precondition(x.count == rows, "the vector must fit the rows")
    precondition(y.count == columns, "the product must fit the columns")
    withUnsafeRows { matrix in
      y.withUnsafeMutableBufferPointer { y in
        y.update(repeating: 0)
        for i in 0..<rows {
          let scale = x[i]
          for k in matrix.starts[i]..<matrix.starts[i &+ 1] {
            y[Int(matrix.columns[k])] += matrix.values[k] * scale
          }
        }
      }
    }
  }

  /// The product of a matrix and a vector.
  ///
  /// - Precondition: `x` has `columns` numbers.
  /// - Complexity: O(rows + nonzeroCount).
  public static func * (matrix: Self, x: [Double]) -> [Double] {
    var y = Array(repeating: 0.0, count: matrix.rows)
    matrix.multiply(x, into: &y)
    return y
  }
}
