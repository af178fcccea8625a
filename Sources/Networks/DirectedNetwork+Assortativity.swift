import LinearAlgebra

extension DirectedNetwork {
  /// The correlation of the numbers of partners at the two ends of ties:
  /// positive if nodes with many partners are linked to their like. Not
  /// defined if both ends of every tie have the same number.
  ///
  /// See Newman, Physical Review Letters 89 (2002) 208701.
  ///
  /// - Complexity: O(nodes + ties).
  public var assortativity: Double? {
    let counts = ties.rowCounts.map(Int32.init)
    // Each node stands at one end of as many ties as it has partners.
    let ends = Double(ties.nonzeroCount)
    let mean = counts.reduce(0) { $0 + Double($1) * Double($1) } / ends
    var (variance, covariance) = (0.0, 0.0)
    ties.forEachUpperRow(of: counts) { node, later, sum in
      let count = Double(counts[node])
      let gap = count - mean
      variance += count * gap * gap
      covariance += 2 * gap * (Double(sum) - Double(later) * mean)
    }
    let isFlat = counts.allSatisfy { $0 == 0 || Double($0) == mean }
    return isFlat ? nil : covariance / variance
  }
}

extension SparseMatrix {
  /// Visits each row with the number of its elements beyond the diagonal and the
  /// sum of some numbers over their columns, whatever their values.
  @inline(__always)
  fileprivate func forEachUpperRow(
    of numbers: [Int32], _ body: (_ row: Int, _ count: Int, _ sum: Int) -> Void
  ) {
    withUnsafeRows { matrix in
      numbers.withUnsafeBufferPointer { numbers in
        for row in numbers.indices {
          let (start, end) = (matrix.starts[row], matrix.starts[row &+ 1])
          var (first, sum) = (end, 0)
          while first > start {
            let column = Int(matrix.columns[first &- 1])
            guard column > row else { break }
            sum &+= Int(numbers[column])
            first &-= 1
          }
          body(row, Int(end &- first), sum)
        }
      }
    }
  }
}
