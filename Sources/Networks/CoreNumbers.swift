import LinearAlgebra

extension DirectedNetwork {
  /// The core number of each node, directions ignored: the largest k such that
  /// the node belongs to a part in which everybody has k partners or more.
  ///
  /// Nodes are removed by rising number of partners left. See Batagelj and
  /// Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003.
  ///
  /// - Complexity: O(nodes + links).
  public var coreNumbers: [Int] {
    var queue = DegreeQueue(degrees: partnerCounts)
    for place in 0..<nodeCount {
      let node = Int(queue.order[place])
      for k in ties.rowStarts[node]..<ties.rowStarts[node + 1] {
        queue.lower(Int(ties.columnIndices[k]), above: queue.degrees[node])
      }
    }
    return queue.degrees
  }
}

/// Nodes by rising degree, in buckets of equal degree, one after another.
private struct DegreeQueue {
  private(set) var degrees: [Int]
  /// The nodes in order.
  private(set) var order: [Int32]
  /// The place of each node in the order.
  private var places: [Int]
  /// Where each degree's bucket starts.
  private var starts: [Int]

  init(degrees: [Int]) {
    self.degrees = degrees
    starts = Array(repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for k in starts.indices.dropFirst() { starts[k] += starts[k - 1] }
    order = Array(repeating: 0, count: degrees.count)
    places = Array(repeating: 0, count: degrees.count)
    var next = starts
    for (node, degree) in degrees.enumerated() {
      places[node] = next[degree]
      order[next[degree]] = Int32(node)
      next[degree] += 1
    }
  }

  /// Takes one from a node's degree, unless it is as low as given.
  mutating func lower(_ node: Int, above degree: Int) {
    let own = degrees[node]
    guard own > degree else { return }
    let (place, first) = (places[node], starts[own])
    let other = order[first]
    order[place] = other
    order[first] = Int32(node)
    places[Int(other)] = place
    places[node] = first
    starts[own] += 1
    degrees[node] -= 1
  }
}
