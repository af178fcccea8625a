import LinearAlgebra

extension Triads {
  /// The share of pairs of each node's partners who are partners themselves;
  /// 0 with fewer than two partners.
  ///
  /// See Watts and Strogatz, Nature 393 (1998) 440-442.
  public var clustering: [Double] {
    zip(triangles, network.partnerCounts).map { triangles, partners in
      let pairs = Double(partners) * Double(partners - 1) / 2
      return pairs > 0 ? Double(triangles) / pairs : 0
    }
  }

  /// The mean of the nodes' clustering; 0 without nodes.
  public var meanClustering: Double {
    let all = clustering
    return all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
  }

  /// The share of pairs of partners of a common node who are partners
  /// themselves, over the whole network; 0 if there is no such pair.
  public var transitivity: Double {
    let pairs = network.partnerCounts.reduce(0.0) {
      $0 + Double($1) * Double($1 - 1) / 2
    }
    let closed = triangles.reduce(0, +)
    return pairs > 0 ? Double(closed) / pairs : 0
  }
}
