/// The strongly connected components of a square sparse matrix, read as a
/// graph with a link from i to j where the element (i, j) is not zero.
///
/// Two indices are in one component if each can be reached from the other. A
/// matrix of one component is irreducible. See Tarjan, SIAM J. Comput. 1
/// (1972) 146-160.
package struct StronglyConnectedComponents: Sendable, Equatable {
  /// The component of each index, counting from 0; links between different
  /// components lead from a higher number to a lower one.
  package let component: [Int32]
  /// The number of components.
  package let count: Int

  /// Finds the components.
  ///
  /// - Precondition: the matrix is square.
  /// - Complexity: O(rows + nonzeroCount).
  package init(of matrix: SparseMatrix) {
    precondition(matrix.rows == matrix.columns, "the matrix must be square")
    var search = TarjanSearch(matrix: matrix)
    for root in 0..<matrix.rows where search.order[root] == 0 {
      search.explore(from: root)
    }
    component = search.component
    count = search.count
  }

  /// Components that are known already.
  init(component: [Int32], count: Int) {
    self.component = component
    self.count = count
  }

  /// The indices sorted by component, each component's by rising index, and
  /// where each component starts among them, with the end last.
  ///
  /// - Complexity: O(the number of indices).
  package var members: (starts: [Int], indices: [Int32]) {
    let starts = SparseMatrix.rowStarts(of: component, rows: count)
    var next = starts
    var indices = component
    for (index, part) in component.enumerated() {
      indices[next[Int(part)]] = Int32(index)
      next[Int(part)] += 1
    }
    return (starts, indices)
  }
}

/// A depth-first search that keeps its path on a stack of its own, so that a
/// long path cannot exhaust the call stack.
private struct TarjanSearch {
  let matrix: SparseMatrix
  /// When each index was found, counting from 1; 0 until then, and `closed`
  /// once its component is known.
  var order: [Int32]
  /// The earliest open index known to be reachable from each index.
  private var earliest: [Int32]
  /// The component of each index, once it is closed.
  var component: [Int32]
  var count = 0
  private var found: Int32 = 0
  /// The indices found whose component is not closed.
  private var open: [Int32] = []
  /// The path from the root, with the place of the next link of each index.
  private var path: [(index: Int, link: Int)] = []
  private static let closed = Int32.max

  init(matrix: SparseMatrix) {
    self.matrix = matrix
    order = Array(repeating: 0, count: matrix.rows)
    earliest = order
    component = order
  }

  mutating func explore(from root: Int) {
    enter(root)
    while let (index, link) = path.last {
      if let target = advance(index, from: link) {
        enter(target)
      } else {
        leave(index)
      }
    }
  }

  /// Follows the links of the path's last index from a place on, up to one
  /// that leads to an index not found before.
  private mutating func advance(_ index: Int, from link: Int) -> Int? {
    var reached = earliest[index]
    defer { earliest[index] = reached }
    for k in link..<matrix.rowStarts[index + 1] where matrix.values[k] != 0 {
      let target = Int(matrix.columnIndices[k])
      if order[target] == 0 {
        path[path.count - 1].link = k + 1
        return target
      }
      reached = min(reached, order[target])
    }
    return nil
  }

  private mutating func enter(_ index: Int) {
    found += 1
    order[index] = found
    earliest[index] = found
    open.append(Int32(index))
    path.append((index, matrix.rowStarts[index]))
  }

  private mutating func leave(_ index: Int) {
    path.removeLast()
    if let parent = path.last?.index {
      earliest[parent] = min(earliest[parent], earliest[index])
    }
    guard earliest[index] == order[index] else { return }
    while let member = open.popLast() {
      component[Int(member)] = Int32(count)
      order[Int(member)] = Self.closed
      if member == index { break }
    }
    count += 1
  }
}
