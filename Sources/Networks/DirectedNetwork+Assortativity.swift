extension DirectedNetwork {
  /// The correlation of the numbers of partners at the two ends of ties:
  /// positive if nodes with many partners are linked to their like. Not
  /// defined if both ends of every tie have the same number.
  ///
  /// See Newman, Physical Review Letters 89 (2002) 208701.
  ///
  /// - Complexity: O(nodes + ties).
  public var assortativity: Double? {
    let counts = partnerCounts
    var (near, far): ([Double], [Double]) = ([], [])
    near.reserveCapacity(ties.nonzeroCount)
    far.reserveCapacity(ties.nonzeroCount)
    for i in 0..<nodeCount {
      for (j, _) in ties[row: i] {
        near.append(Double(counts[i]))
        far.append(Double(counts[j]))
      }
    }
    return correlation(near, far)
  }
}
