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
    let counts = partnerCounts.map(Double.init)
    let tied = counts.filter { $0 > 0 }
    guard tied.contains(where: { $0 != tied[0] }) else { return nil }
    // Each node stands at one end of as many ties as it has partners.
    let mean =
      tied.reduce(0) { $0 + $1 * $1 } / Double(ties.nonzeroCount)
    let gaps = counts.map { $0 - mean }
    let variance = gaps.indices.reduce(0) {
      $0 + counts[$1] * gaps[$1] * gaps[$1]
    }
    let covariance = zip(gaps, ties.rowSums(of: gaps)).reduce(0) {
      $0 + $1.0 * $1.1
    }
    return covariance / variance
  }
}

extension SparseMatrix {
  /// For each row the sum of some numbers over the columns of its elements,
  /// whatever their values.
  fileprivate func rowSums(of numbers: [Double]) -> [Double] {
    withUnsafeRows { matrix in
      numbers.withUnsafeBufferPointer { numbers in
        (0..<rows).map { i in
          (matrix.starts[i]..<matrix.starts[i + 1]).reduce(0) {
            $0 + numbers[Int(matrix.columns[$1])]
          }
        }
      }
    }
  }
}
