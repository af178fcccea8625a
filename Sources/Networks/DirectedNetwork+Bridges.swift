import LinearAlgebra

extension DirectedNetwork {
  /// The number of ties whose loss would separate their two nodes.
  ///
  /// A tie of the search's tree is a bridge if no node below it is tied to one
  /// at or above its upper end. See Tarjan, Information Processing Letters 2
  /// (1974) 160-161.
  ///
  /// - Complexity: O(nodes + ties).
  public var bridgeCount: Int {
    var search = BridgeSearch(ties: ties)
    for root in 0..<nodeCount { search.explore(from: root) }
    return search.bridgeCount
  }
}

/// A depth-first search with a stack of its own.
private struct BridgeSearch {
  private let ties: SparseMatrix
  /// When each node was found, from 1; 0 until then.
  private var found: [Int32]
  /// The earliest node that is tied to each node or one below it.
  private var earliest: [Int32]
  /// The path from the root: nodes and the place of the next tie of each.
  private var path: [(node: Int, next: Int)] = []
  private var clock: Int32 = 0
  private(set) var bridgeCount = 0

  init(ties: SparseMatrix) {
    self.ties = ties
    found = Array(repeating: 0, count: ties.rows)
    earliest = found
  }

  mutating func explore(from root: Int) {
    guard found[root] == 0 else { return }
    enter(root)
    while let (node, next) = path.last {
      if next < ties.rowStarts[node + 1] {
        path[path.count - 1].next += 1
        follow(Int(ties.columnIndices[next]), from: node)
      } else {
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: Int) {
    clock += 1
    found[node] = clock
    earliest[node] = clock
    path.append((node, ties.rowStarts[node]))
  }

  private mutating func follow(_ target: Int, from node: Int) {
    if found[target] == 0 {
      enter(target)
    } else if path.count < 2 || path[path.count - 2].node != target {
      earliest[node] = min(earliest[node], found[target])
    }
  }

  private mutating func leave(_ node: Int) {
    path.removeLast()
    guard let parent = path.last?.node else { return }
    earliest[parent] = min(earliest[parent], earliest[node])
    if earliest[node] > found[parent] { bridgeCount += 1 }
  }
}
