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
    case .sparse(let matrix):
      return matrix.transposedProduct(x, relativeError) { _, places, add in
        for k in places { add(Int(matrix.columnIndices[k]), matrix.values[k]) }
      }
    case .scaled(let matrix):
      return matrix.links.transposedProduct(x, relativeError) {
        matrix.forEachElement(inRow: $0, at: $1, $2)
      }
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
}

extension SparseMatrix {
  /// The transposed product over intervals of a matrix with the places of this
  /// one, side by side where there are many columns.
  ///
  /// - Parameters:
  ///   - x: An interval for each row.
  ///   - relativeError: A bound on the relative error of each element.
  ///   - forEachElement: Calls its last argument with the column and value of
  ///     each place of a row.
  /// - Returns: An interval for each column.
  @inline(__always)
  fileprivate func transposedProduct(
    _ x: [Interval], _ relativeError: Double,
    _ forEachElement: (Int, Range<Int>, (Int, Double) -> Void) -> Void
  ) -> [Interval] {
    var result = [Interval](repeating: .zero, count: columns)
    result.withUnsafeMutableBufferPointer { sums in
      // Each part of the columns has sums of its own.
      nonisolated(unsafe) let sums = sums
      forEachColumnRange { columns in
        for i in x.indices where x[i] != .zero {
          let factor = x[i]
          forEachElement(i, places(inRow: i, columns)) { j, value in
            sums[j] += Interval.product(
              value, relativeError: relativeError, factor)
          }
        }
      }
    }
    return result
  }
}
