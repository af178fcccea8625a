import LinearAlgebra

extension Triads {
  /// The number of pairs of partners without a common partner.
  public var localBridgeCount: Int {
    commonPartners.reduce(0) { $0 + ($1 == 0 ? 1 : 0) } / 2
  }

  /// The share of pairs of partners without a common partner; 0 without ties.
  public var localBridgeShare: Double {
    let pairs = network.pairCount
    return pairs > 0 ? Double(localBridgeCount) / Double(pairs) : 0
  }

  /// The share of the other partners of two partners that they have in common,
  /// c/(dᵢ + dⱼ − 2 − c), for each pair i < j of partners in order; 0 if they
  /// have no others.
  ///
  /// See Onnela et al., PNAS 104 (2007) 7332-7336.
  public var overlaps: [Double] {
    let counts = network.partnerCounts
    return network.pairs { i, j, k in
      let common = Double(commonPartners[k])
      let others = Double(counts[i] + counts[j] - 2) - common
      return others > 0 ? common / others : 0
    }
  }

  /// The rank correlation of the strength and the overlap of ties: positive
  /// where strong ties are embedded and weak ties bridge, which is the
  /// hypothesis of Granovetter (American Journal of Sociology 78, 1973,
  /// 1360-1380). Not defined if all strengths or all overlaps are equal.
  ///
  /// - Complexity: O(ties log ties).
  public var tieStrengthOverlap: Double? {
    let strengths = network.pairs { _, _, k in network.ties.values[k] }
    return rankCorrelation(strengths, overlaps)
  }
}

extension DirectedNetwork {
  /// A number of each pair i < j of partners, given its position in the ties.
  func pairs(_ value: (Int, Int, Int) -> Double) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(pairCount)
    for i in 0..<nodeCount {
      for k in ties.rowStarts[i]..<ties.rowStarts[i + 1] {
        let j = Int(ties.columnIndices[k])
        if i < j { result.append(value(i, j, k)) }
      }
    }
    return result
  }
}
