import LinearAlgebra

extension StructuredMatrix {
  /// Calls `body` with the column and value of each element of a row that may
  /// be other than zero.
  @inlinable
  public func forEachElement(
    inRow row: Int, _ body: (_ column: Int, _ value: Double) -> Void
  ) {
    switch self {
    case .sparse(let matrix):
      for k in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
        body(Int(matrix.columnIndices[k]), matrix.values[k])
      }
    case .scaled(let matrix): matrix.forEachElement(inRow: row, body)
    case .blockUniform(let matrix):
      for j in 0..<matrix.columns where j != row {
        body(j, matrix.element(row, j))
      }
    }
  }

  /// The diagonal of `self · other`, each number a compensated sum by rising
  /// inner index.
  ///
  /// - Complexity: O(n + groups²) if both are block-uniform; else one pass over
  ///   the stored elements of the one with fewer, with a search in the other.
  public func diagonal(ofProductWith other: StructuredMatrix) -> [Double] {
    if case .blockUniform(let outer) = self,
      case .blockUniform(let inner) = other
    {
      return outer.elementwiseProduct(inner.transposed()).rowSums
    }
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: rows)
    for row in 0..<rows {
      if storedCount <= other.storedCount {
        forEachElement(inRow: row) { j, value in
          sums[row] += value * other.element(j, row)
        }
      } else {
        other.forEachElement(inRow: row) { i, value in
          sums[i] += element(i, row) * value
        }
      }
    }
    return sums.map(\.value)
  }

  /// The number of elements that are visited row by row.
  private var storedCount: Int {
    switch self {
    case .sparse(let matrix): matrix.nonzeroCount
    case .scaled(let matrix): matrix.links.nonzeroCount
    case .blockUniform: .max
    }
  }
}
