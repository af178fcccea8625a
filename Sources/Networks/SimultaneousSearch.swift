import LinearAlgebra

/// A search of nodes by rising number of links from up to 64 sources at once.
///
/// Each node has a set of sources, a bit each; a link passes on those that
/// have just arrived. See Then et al., Proceedings of the VLDB Endowment 8
/// (2014) 449-460.
struct SimultaneousSearch {
  /// How many sources one search takes at most.
  static let width = UInt64.bitWidth

  /// From which sources each node was reached.
  private var reached: [UInt64]
  /// From which it was reached by the last step.
  private var arrived: [UInt64]
  /// From which it is met by the next.
  private var met: [UInt64]

  init(nodeCount: Int) {
    reached = Array(repeating: 0, count: nodeCount)
    (arrived, met) = (reached, reached)
  }

  /// Searches along the rows of a matrix.
  ///
  /// - Parameters:
  ///   - sources: The sources, all different, no more than ``width``.
  ///   - links: The matrix.
  ///   - visit: Receives each node with a distance above 0 and the number of
  ///     sources from which it is that far.
  /// - Complexity: O(nodes, and the links met at each distance).
  mutating func run(
    from sources: ArraySlice<Int32>, along links: SparseMatrix,
    _ visit: (_ node: Int, _ distance: Int, _ sources: Int) -> Void
  ) {
    for i in reached.indices { reached[i] = 0 }
    var front = Array(sources)
    for (bit, source) in sources.enumerated() {
      reached[Int(source)] = 1 << UInt64(bit)
      arrived[Int(source)] = 1 << UInt64(bit)
    }
    var distance = 0
    while !front.isEmpty {
      distance += 1
      front = pass(front, along: links).filter { node in
        let new = met[Int(node)] & ~reached[Int(node)]
        met[Int(node)] = 0
        arrived[Int(node)] = new
        reached[Int(node)] |= new
        if new != 0 { visit(Int(node), distance, new.nonzeroBitCount) }
        return new != 0
      }
    }
  }

  /// Passes on what has arrived at some nodes; returns the nodes met.
  private mutating func pass(
    _ front: [Int32], along links: SparseMatrix
  ) -> [Int32] {
    var found: [Int32] = []
    links.withUnsafeRows { links in
      met.withUnsafeMutableBufferPointer { met in
        for node in front {
          let set = arrived[Int(node)]
          for k in links.starts[Int(node)]..<links.starts[Int(node) &+ 1] {
            let target = links.columns[k]
            if met[Int(target)] == 0 { found.append(target) }
            met[Int(target)] |= set
          }
        }
      }
    }
    return found
  }
}
