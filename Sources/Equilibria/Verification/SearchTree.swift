import Games

/// How a search divided the strategy space: each cell is a leaf, or it is cut
/// into parts that cover it, at points of one variable or at planes across one
/// of the tree's directions.
///
/// The tree is all that a check of completeness needs beside the equilibria:
/// what closes each leaf is found again without a search. See
/// ``CompletenessCheck``.
package struct SearchTree: Sendable, Equatable {
  /// A cell of the tree.
  package enum Node: Sendable, Equatable {
    /// The cell is not divided.
    case leaf
    /// The cell is cut at points of a variable, in rising order, into one part
    /// more than there are points.
    case cut(variable: Int, points: [Double])
    /// The cell is cut by the planes `w·x = point`, w being a direction, in
    /// rising order.
    case slice(direction: Int, points: [Double])

    /// The cut, if there is one.
    var cut: Cut? {
      switch self {
      case .leaf: nil
      case .cut(let variable, let points):
        Cut(across: .variable(variable), points: points)
      case .slice(let direction, let points):
        Cut(across: .direction(direction), points: points)
      }
    }

    /// How many parts follow.
    var partCount: Int { cut.map { $0.points.count + 1 } ?? 0 }
  }

  /// The cells, each one before its parts.
  package var nodes: [Node]
  /// The directions w across which cells are sliced, one coefficient for each
  /// variable.
  package var directions: [[Double]]

  /// A tree of nodes, each one before its parts.
  package init(_ nodes: [Node], directions: [[Double]] = []) {
    self.nodes = nodes
    self.directions = directions
  }

  /// Whether the nodes make one tree over a number of variables.
  package func isWellFormed(dimension: Int) -> Bool {
    let areDirections = directions.allSatisfy {
      $0.count == dimension && $0.allSatisfy(\.isFinite)
    }
    var open = 1
    for node in nodes {
      guard open > 0 else { return false }
      if let cut = node.cut {
        guard !cut.points.isEmpty,
          zip(cut.points, cut.points.dropFirst()).allSatisfy(<)
        else { return false }
        switch cut.across {
        case .variable(let v):
          guard (0..<dimension).contains(v) else { return false }
        case .direction(let k):
          guard directions.indices.contains(k) else { return false }
        }
      }
      open += node.partCount - 1
    }
    return areDirections && open == 0
  }
}

/// A division of cells at points of one variable or across one direction.
struct Cut: Sendable {
  enum Across: Sendable, Equatable {
    case variable(Int)
    case direction(Int)
  }

  var across: Across
  /// In rising order.
  var points: [Double]

  /// The cut as a node.
  var node: SearchTree.Node {
    switch across {
    case .variable(let v): .cut(variable: v, points: points)
    case .direction(let k): .slice(direction: k, points: points)
    }
  }

  /// The parts of a cell, which cover it; nil where a part has no point in
  /// common with the cell.
  func parts(of cell: Cell) -> [Cell?] {
    let ends = [-Double.infinity] + points + [.infinity]
    return zip(ends, ends.dropFirst()).map { lower, upper in
      let range = Interval(lower: lower, upper: upper)
      var part = cell
      switch across {
      case .variable(let v):
        guard let rest = cell.box[v].intersection(range) else { return nil }
        part.box[v] = rest
      case .direction(let k):
        guard let rest = cell.bands[k].intersection(range) else { return nil }
        part.bands[k] = rest
      }
      return part
    }
  }
}

/// A tree that grows while cells are examined in any order.
struct GrowingTree {
  private var nodes: [SearchTree.Node] = [.leaf]
  private var firstParts: [Int] = [0]

  /// Divides a leaf; its parts get the next places.
  mutating func divide(_ place: Int, by cut: Cut) -> Range<Int> {
    nodes[place] = cut.node
    firstParts[place] = nodes.count
    for _ in 0...cut.points.count {
      nodes.append(.leaf)
      firstParts.append(0)
    }
    return firstParts[place]..<nodes.count
  }

  /// The tree, each node before its parts.
  func tree(_ directions: [[Double]]) -> SearchTree {
    var ordered: [SearchTree.Node] = []
    var open = [0]
    while let place = open.popLast() {
      ordered.append(nodes[place])
      let first = firstParts[place]
      open += (first..<(first + nodes[place].partCount)).reversed()
    }
    return SearchTree(ordered, directions: directions)
  }
}
