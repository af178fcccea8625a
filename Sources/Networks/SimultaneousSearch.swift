import LinearAlgebra

/// A search of nodes by rising number of links from many sources at once.
///
/// Each node has a set of sources, a bit each; a link passes on those that
/// have just arrived. See Then et al., Proceedings of the VLDB Endowment 8
/// (2014) 449-460.
struct SimultaneousSearch<SourceSet: FixedWidthInteger & UnsignedInteger> {
  /// A node and the sources from which it is reached by one step.
  struct Arrival {
    let node: Int32
    let sources: SourceSet
  }

  /// The nodes reached by the last step.
  private(set) var front: [Arrival] = []
  /// From which sources each node was reached.
  private var reached: [SourceSet]
  /// From which it is met by the next step.
  private var met: [SourceSet]
  /// The nodes met, and room for one more.
  private var found: [Int32]

  /// How many sources one search takes at most.
  static var width: Int { SourceSet.bitWidth }

  /// From this part of the nodes on, those found are taken in their order, in
  /// which memory is read faster.
  private static var manyShare: Int { 16 }

  init(nodeCount: Int) {
    reached = Array(repeating: 0, count: nodeCount)
    met = reached
    found = Array(repeating: 0, count: nodeCount + 1)
  }

  /// Begins at some sources, all different, no more than ``width``.
  ///
  /// - Complexity: O(nodes).
  mutating func start(from sources: ArraySlice<Int32>) {
    for node in reached.indices { reached[node] = 0 }
    front.removeAll(keepingCapacity: true)
    for (bit, source) in sources.enumerated() {
      reached[Int(source)] = 1 << SourceSet(bit)
      front.append(Arrival(node: source, sources: 1 << SourceSet(bit)))
    }
  }

  /// Takes a step along the rows of a matrix; returns whether it reaches a
  /// node from a source that had not reached it.
  ///
  /// - Complexity: O(links met), and O(nodes) only where many are found.
  mutating func advance(along links: SparseMatrix) -> Bool {
    var count = meet(along: links)
    if count > met.count / Self.manyShare { count = findInOrder() }
    front.removeAll(keepingCapacity: true)
    for node in found[..<count] {
      let new = met[Int(node)]
      met[Int(node)] = 0
      reached[Int(node)] |= new
      front.append(Arrival(node: node, sources: new))
    }
    return count > 0
  }

  /// Passes on what has arrived; returns how many nodes are found.
  private mutating func meet(along links: SparseMatrix) -> Int {
    let front = front
    return links.withUnsafeRows { links in
      reached.withUnsafeBufferPointer { reached in
        met.withUnsafeMutableBufferPointer { met in
          found.withUnsafeMutableBufferPointer { found in
            var count = 0
            for arrival in front {
              let node = Int(arrival.node)
              for k in links.starts[node]..<links.starts[node &+ 1] {
                let target = Int(links.columns[k])
                let before = met[target]
                let new = arrival.sources & ~reached[target]
                met[target] = before | new
                found[count] = links.columns[k]
                count &+= before == 0 && new != 0 ? 1 : 0
              }
            }
            return count
          }
        }
      }
    }
  }

  /// Finds the nodes that are met by rising number; returns how many.
  private mutating func findInOrder() -> Int {
    met.withUnsafeBufferPointer { met in
      found.withUnsafeMutableBufferPointer { found in
        var count = 0
        for node in met.indices {
          found[count] = Int32(truncatingIfNeeded: node)
          count &+= met[node] != 0 ? 1 : 0
        }
        return count
      }
    }
  }
}
