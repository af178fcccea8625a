import LinearAlgebra

extension DirectedNetwork {
  /// How many nodes each node provides to: its out-degree.
  public var outDegrees: [Int] { outgoing.rowCounts }

  /// How many nodes each node uses something of: its in-degree.
  public var inDegrees: [Int] { incoming.rowCounts }

  /// How many partners each node has: its degree without directions.
  public var partnerCounts: [Int] { ties.rowCounts }

  /// The sum Σᵢ a_ij of the weights of each node j's links to others.
  public var outStrengths: [Double] { outgoing.rowSums }

  /// The sum Σⱼ a_ij of the weights of the links to each node i.
  public var inStrengths: [Double] { incoming.rowSums }

  /// The share m/(n(n − 1)) of possible links that are there; 0 for a single
  /// node.
  public var density: Double {
    let possible = Double(nodeCount) * Double(nodeCount - 1)
    return possible > 0 ? Double(linkCount) / possible : 0
  }

  /// The share of links whose opposite is there too; 0 without links.
  public var reciprocity: Double {
    guard linkCount > 0 else { return 0 }
    // A pair linked both ways counts twice as a link and once as a pair.
    return 2 * Double(linkCount - pairCount) / Double(linkCount)
  }

  /// Freeman's centralization Σ(max d − dᵢ)/((n − 1)(n − 2)) of the numbers of
  /// partners: 1 for a star, 0 if all have equally many or below 3 nodes.
  ///
  /// See Freeman, Social Networks 1 (1978) 215-239.
  public var centralization: Double {
    guard nodeCount > 2 else { return 0 }
    let counts = partnerCounts
    let largest = counts.max() ?? 0
    let gaps = counts.reduce(0) { $0 + (largest - $1) }
    return Double(gaps) / (Double(nodeCount - 1) * Double(nodeCount - 2))
  }
}

extension SparseMatrix {
  /// The number of stored elements of each row.
  var rowCounts: [Int] {
    rowStarts.withUnsafeBufferPointer { starts in
      (0..<rows).map { starts[$0 &+ 1] &- starts[$0] }
    }
  }
}
