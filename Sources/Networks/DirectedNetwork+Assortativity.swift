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
    ties.forEachRowSum(of: counts) { node, sum in
      let count = Double(counts[node])
      let gap = count - mean
      variance += count * gap * gap
      covariance += gap * (Double(sum) - count * mean)
    }
    let isFlat = counts.allSatisfy { $0 == 0 || Double($0) == mean }
    return isFlat ? nil : covariance / variance
  }
}

extension SparseMatrix {
  /// Visits each row with the sum of some numbers over the columns of its
  /// elements, whatever their values.
  @inline(__always)
  fileprivate func forEachRowSum(
    of numbers: [Int32], _ body: (_ row: Int, _ sum: Int) -> Void
  ) {
    withUnsafeRows { matrix in
      numbers.withUnsafeBufferPointer { numbers in
        for row in numbers.indices {
          var sum = 0
          for k in matrix.starts[row]..<matrix.starts[row &+ 1] {
            sum &+= Int(numbers[Int(matrix.columns[k])])
          }
          body(row, sum)
        }
      }
    }
  }
}
