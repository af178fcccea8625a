import LinearAlgebra

/// The parts of a network within which every node reaches every other.
public struct ConnectedComponents: Sendable, Equatable {
  /// The number of nodes of each part, by falling size.
  public let sizes: [Int]

  /// The number of parts.
  public var count: Int { sizes.count }

  /// The share of all nodes in the largest part; 0 without nodes.
  public var largestShare: Double {
    let total = sizes.reduce(0, +)
    return total > 0 ? Double(sizes[0]) / Double(total) : 0
  }

  /// The parts whose nodes reach each other if directions are ignored.
  ///
  /// - Complexity: O(nodes + links).
  public static func weak(of network: DirectedNetwork) -> Self {
    var search = BreadthFirstSearch(nodeCount: network.nodeCount)
    var sizes: [Int] = []
    for node in 0..<network.nodeCount where search.distances[node] < 0 {
      let before = search.reached.count
      search.continue(from: node, along: network.ties)
      sizes.append(search.reached.count - before)
    }
    return Self(sizes: sizes.sorted(by: >))
  }

  /// The parts whose nodes reach each other along the links.
  ///
  /// - Complexity: O(nodes + links).
  public static func strong(of network: DirectedNetwork) -> Self {
    let parts = StronglyConnectedComponents(of: network.outgoing)
    var sizes = Array(repeating: 0, count: parts.count)
    for part in parts.component { sizes[Int(part)] += 1 }
    return Self(sizes: sizes.sorted(by: >))
  }
}
