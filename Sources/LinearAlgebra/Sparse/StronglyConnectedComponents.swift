/// The strongly connected components of a square sparse matrix, read as a
/// graph with a link from i to j where the element (i, j) is not zero.
///
/// Two indices are in one component if each can be reached from the other. A
/// matrix of one component is irreducible. See Tarjan, SIAM J. Comput. 1
/// (1972) 146-160.
public struct StronglyConnectedComponents: Sendable, Equatable {
  /// The component of each index, counting from 0; links between different
  /// components lead from a higher number to a lower one.
  public let component: [Int32]
  /// The number of components.
  public let count: Int

  /// Finds the components.
  ///
  /// - Precondition: the matrix is square.
  /// - Complexity: O(rows + nonzeroCount).
  public init(of matrix: SparseMatrix) {
    precondition(matrix.rows == matrix.columns, "the matrix must be square")
    var search = TarjanSearch(matrix: matrix)
    for root in 0..<matrix.rows where search.order[root] == 0 {
      search.explore(from: root)
    }
    component = search.component
    count = search.count
  }
}

/// A depth-first search that keeps its path on a stack of its own, so that a
/// long path cannot exhaust the call stack.
private struct TarjanSearch {
  let matrix: SparseMatrix
  /// When each index was found, counting from 1; 0 until then.
  var order: [Int32]
  /// The earliest open index known to be reachable from each index.
  var earliest: [Int32]
  /// The component of each index; -1 until it is closed.
  var component: [Int32]
  var count = 0
  private var found: Int32 = 0
  /// The indices found whose component is not closed.
  private var open: [Int32] = []
  /// The path from the root, with the place of the next link of each index.
  private var path: [(index: Int, link: Int)] = []

  init(matrix: SparseMatrix) {
    self.matrix = matrix
    order = Array(repeating: 0, count: matrix.rows)
    earliest = order
    component = Array(repeating: -1, count: matrix.rows)
  }

  mutating func explore(from root: Int) {
    enter(root)
    while let (index, link) = path.last {
      if link < matrix.rowStarts[index + 1] {
        path[path.count - 1].link += 1
        if matrix.values[link] != 0 {
          follow(from: index, to: Int(matrix.columnIndices[link]))
        }
      } else {
        leave(index)
      }
    }
  }

  private mutating func enter(_ index: Int) {
    found += 1
    order[index] = found
    earliest[index] = found
    open.append(Int32(index))
    path.append((index, matrix.rowStarts[index]))
  }

  private mutating func follow(from index: Int, to target: Int) {
    if order[target] == 0 {
      enter(target)
    } else if component[target] < 0 {
      earliest[index] = min(earliest[index], order[target])
    }
  }

  private mutating func leave(_ index: Int) {
    path.removeLast()
    if let parent = path.last?.index {
      earliest[parent] = min(earliest[parent], earliest[index])
    }
    guard earliest[index] == order[index] else { return }
    while let member = open.popLast() {
      component[Int(member)] = Int32(count)
      if member == index { break }
    }
    count += 1
  }
}
