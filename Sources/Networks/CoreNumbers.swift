import LinearAlgebra

extension DirectedNetwork {
  /// The core number of each node, directions ignored: the largest k such that
  /// the node belongs to a part in which everybody has k partners or more.
  ///
  /// For rising k, nodes with k partners left are removed until none is left.
  /// See Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of
  /// networks", 2003.
  ///
  /// - Complexity: O(nodes + links).
  public var coreNumbers: [Int] {
    var peeling = CorePeeling(of: ties)
    while peeling.hasRest { peeling.removeNext(along: ties) }
    return peeling.partners.map(Int.init)
  }
}

/// The removal of nodes by rising number of partners left.
private struct CorePeeling {
  /// How many partners each node has left, or had when it was removed.
  private(set) var partners: [Int32]
  /// The nodes that are not removed.
  private var rest: [Int32]
  /// The nodes that are removed together, and room for one more.
  private var removed: [Int32]

  init(of ties: SparseMatrix) {
    partners = ties.rowCounts.map(Int32.init)
    rest = Array(0..<Int32(ties.rows))
    removed = Array(repeating: 0, count: ties.rows + 1)
  }

  var hasRest: Bool { !rest.isEmpty }

  /// Removes all that have the fewest partners left, or come to have as few.
  ///
  /// A node is looked at no more often than it has partners, and its ties once.
  mutating func removeNext(along ties: SparseMatrix) {
    let fewest = rest.reduce(Int32.max) { min($0, partners[Int($1)]) }
    remove(first: takeRest(having: fewest), having: fewest, along: ties)
    rest.removeAll { partners[Int($0)] <= fewest }
  }

  /// Removes the first nodes of the list and all who come to have as few
  /// partners.
  private mutating func remove(
    first count: Int, having fewest: Int32, along ties: SparseMatrix
  ) {
    ties.withUnsafeRows { ties in
      partners.withUnsafeMutableBufferPointer { partners in
        removed.withUnsafeMutableBufferPointer { removed in
          var (next, end) = (0, count)
          while next < end {
            let node = Int(removed[next])
            for k in ties.starts[node]..<ties.starts[node &+ 1] {
              let partner = Int(ties.columns[k])
              let left = partners[partner]
              partners[partner] = left &- (left > fewest ? 1 : 0)
              removed[end] = ties.columns[k]
              end &+= left == fewest &+ 1 ? 1 : 0
            }
            next &+= 1
          }
        }
      }
    }
  }

  /// Lists who of the rest has so many partners; returns how many there are.
  private mutating func takeRest(having count: Int32) -> Int {
    var end = 0
    for node in rest {
      removed[end] = node
      end += partners[Int(node)] == count ? 1 : 0
    }
    return end
  }
}
