import Games

/// How a search divided the strategy space: each box is a leaf, or it is cut at
/// points of one variable into parts that cover it.
///
/// The tree is all that a check of completeness needs beside the equilibria:
/// what closes each leaf is found again without a search. See
/// ``CompletenessCheck``.
public struct SearchTree: Sendable, Equatable {
  /// A box of the tree.
  public enum Node: Sendable, Equatable {
    /// The box is not divided.
    case leaf
    /// The box is cut at points of a variable, in rising order, into one part
    /// more than there are points.
    case cut(variable: Int, points: [Double])

    /// How many parts follow.
    var partCount: Int {
      switch self {
      case .leaf: 0
      case .cut(_, let points): points.count + 1
      }
    }
  }

  /// The boxes, each one before its parts.
  public var nodes: [Node]

  /// A tree of nodes, each one before its parts.
  public init(_ nodes: [Node]) { self.nodes = nodes }

  /// Whether the nodes make one tree.
  public var isWellFormed: Bool {
    var open = 1
    for node in nodes {
      guard open > 0 else { return false }
      if case .cut(_, let points) = node {
        guard !points.isEmpty, zip(points, points.dropFirst()).allSatisfy(<)
        else { return false }
      }
      open += node.partCount - 1
    }
    return open == 0
  }
}

/// A division of boxes at points of one variable.
struct Cut: Sendable {
  var variable: Int
  /// In rising order.
  var points: [Double]

  /// The parts of a box, which cover it; nil where a part has no point in
  /// common with the box.
  func parts(of box: Box) -> [Box?] {
    let ends = [-Double.infinity] + points + [.infinity]
    return zip(ends, ends.dropFirst()).map { lower, upper in
      let range = Interval(lower: lower, upper: upper)
      return box[variable].intersection(range).map {
        var part = box
        part[variable] = $0
        return part
      }
    }
  }
}

/// A tree that grows while boxes are examined in any order.
struct GrowingTree {
  private var nodes: [SearchTree.Node] = [.leaf]
  private var firstParts: [Int] = [0]

  /// Divides a leaf; its parts get the next places.
  mutating func divide(_ place: Int, by cut: Cut) -> Range<Int> {
    nodes[place] = .cut(variable: cut.variable, points: cut.points)
    firstParts[place] = nodes.count
    for _ in 0...cut.points.count {
      nodes.append(.leaf)
      firstParts.append(0)
    }
    return firstParts[place]..<nodes.count
  }

  /// The tree, each node before its parts.
  var tree: SearchTree {
    var ordered: [SearchTree.Node] = []
    var open = [0]
    while let place = open.popLast() {
      ordered.append(nodes[place])
      let first = firstParts[place]
      open += (first..<(first + nodes[place].partCount)).reversed()
    }
    return SearchTree(ordered)
  }
}
