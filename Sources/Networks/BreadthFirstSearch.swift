import LinearAlgebra

/// A search of nodes by rising number of links from one source after another.
struct BreadthFirstSearch {
  /// The links from the source to each node, −1 where it is not reached.
  private(set) var distances: [Int32]
  /// The nodes reached, by rising distance.
  private(set) var reached: [Int32] = []

  init(nodeCount: Int) {
    distances = Array(repeating: -1, count: nodeCount)
    reached.reserveCapacity(nodeCount)
  }

  /// Reaches from a new source, along the rows of a matrix, what was not
  /// reached before.
  ///
  /// - Complexity: O(nodes and links met).
  mutating func `continue`(from source: Int, along links: SparseMatrix) {
    var next = reached.count
    reached.append(Int32(source))
    distances[source] = 0
    links.withUnsafeRows { links in
      distances.withUnsafeMutableBufferPointer { distances in
        while next < reached.count {
          let node = Int(reached[next])
          let distance = distances[node] &+ 1
          for k in links.starts[node]..<links.starts[node &+ 1] {
            let target = links.columns[k]
            guard distances[Int(target)] < 0 else { continue }
            distances[Int(target)] = distance
            reached.append(target)
          }
          next &+= 1
        }
      }
    }
  }
}
