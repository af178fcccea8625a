import LinearAlgebra
import Scalars

extension LinearAggregate {
  /// Adds an enclosure of `Σ_i factors_i a_i(·)` to a gradient: the transposed
  /// map over intervals.
  ///
  /// - Complexity: One pass over the links, O(n · groups) where they are
  ///   uniform.
  public func addTransposed(
    _ factors: [Interval], to gradient: inout [Interval]
  ) {
    switch form {
    case .network(let matrix):
      let sum = matrix.transposedProduct(factors, relativeError)
      for j in sum.indices { gradient[j] += sum[j] }
    case .weightedSum(let weights):
      let total = factors.reduce(Interval.zero, +)
      for j in weights.indices {
        gradient[j] +=
          Interval(weights[j], relativeError: relativeError) * total
      }
    case .composition(let outer, let inner):
      let middle = outer.transposedProduct(factors, relativeError)
      let sum = inner.transposedProduct(middle, relativeError)
      for j in sum.indices {
        gradient[j] += withoutOwnPart(sum[j], of: j, factor: factors[j])
      }
    }
  }

  /// Takes the own contribution of a player away from a transposed sum. It was
  /// not added as one term, so its rounding is put back: ±ε · part.
  private func withoutOwnPart(
    _ sum: Interval, of player: Int, factor: Interval
  ) -> Interval {
    let own = ownContributions[player]
    let part = Interval(own) * factor
    let rounded = Interval(own, relativeError: compositionError) * factor
    return sum.removing(part) + rounded.removing(part)
  }
}

extension StructuredMatrix {
  /// Encloses the transposed product; every element is known to within a
  /// relative error.
  fileprivate func transposedProduct(
    _ x: [Interval], _ relativeError: Double
  ) -> [Interval] {
    switch self {
    case .sparse, .scaled:
      var result = [Interval](repeating: .zero, count: columns)
      result.withUnsafeMutableBufferPointer { sums in
        // Each part of the columns has sums of its own.
        nonisolated(unsafe) let sums = sums
        forEachColumnRange { columns in
          for i in x.indices where x[i] != .zero {
            forEachElement(inRow: i, columns) { j, value in
              sums[j] += Interval(value, relativeError: relativeError) * x[i]
            }
          }
        }
      }
      return result
    case .blockUniform(let matrix):
      let flipped = matrix.transposed()
      let totals = flipped.groupTotals(x, relativeError)
      let dominants = flipped.dominants
      return x.indices.map {
        flipped.rowValue(
          $0, totals: totals, at: x, dominants, relativeError)
      }
    }
  }

  /// Calls `body` with ranges that make up the columns, side by side where there
  /// are many; the same for any number of threads.
  private func forEachColumnRange(_ body: (Range<Int>) -> Void) {
    let parts = min(Self.mostColumnRanges, 1 + columns / Self.manyColumns)
    Parallel.forEach(parts) { part in
      body((part * columns / parts)..<((part + 1) * columns / parts))
    }
  }

  private static var manyColumns: Int { 16_384 }
  private static var mostColumnRanges: Int { 16 }

  /// Calls `body` with the column and value of each stored element of a row
  /// whose column lies in a range.
  private func forEachElement(
    inRow row: Int, _ columns: Range<Int>,
    _ body: (_ column: Int, _ value: Double) -> Void
  ) {
    switch self {
    case .sparse(let matrix):
      for k in matrix.places(inRow: row, columns) {
        body(Int(matrix.columnIndices[k]), matrix.values[k])
      }
    case .scaled(let matrix):
      for k in matrix.links.places(inRow: row, columns) {
        let column = Int(matrix.links.columnIndices[k])
        body(
          column, matrix.links.values[k] * matrix.factors.element(row, column))
      }
    case .blockUniform:
      forEachElement(inRow: row) { column, value in
        if columns.contains(column) { body(column, value) }
      }
    }
  }
}

extension SparseMatrix {
  /// Where the elements of a row lie whose column is in a range.
  fileprivate func places(inRow row: Int, _ columns: Range<Int>) -> Range<Int> {
    let whole = rowStarts[row]..<rowStarts[row + 1]
    guard let first = whole.first, let last = whole.last,
      columnIndices[first] < columns.upperBound,
      columnIndices[last] >= columns.lowerBound
    else { return whole.lowerBound..<whole.lowerBound }
    let start = place(in: whole, from: columns.lowerBound)
    return start..<place(in: start..<whole.upperBound, from: columns.upperBound)
  }

  /// The first place of a range whose column is not below one.
  private func place(in range: Range<Int>, from column: Int) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if columnIndices[middle] < column {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
