/// Every kernel of a directed graph: the sets of vertices that contain a
/// vertex exactly if they contain none of its successors.
///
/// A kernel is independent and absorbs every vertex outside. There may be
/// none, as in an odd directed cycle, or exponentially many. The search
/// settles what follows from what is settled and otherwise tries both choices
/// for the vertex with most neighbours.
///
/// References: Chvátal, On the computational complexity of finding a kernel,
/// 1973; Bramoullé and Kranton, Public goods in networks, Journal of Economic
/// Theory 135, 2007.
package struct KernelSearch: Sendable {
  /// The most nodes of the search tree.
  package var nodeLimit: Int

  /// A search with a limit.
  package init(nodeLimit: Int = 1_000_000) { self.nodeLimit = nodeLimit }

  /// What was found.
  package struct Kernels: Sendable, Equatable {
    /// The kernels, each by rising vertex.
    package var sets: [[Int]]
    /// Whether there is proven to be no other.
    package var isComplete: Bool
    /// The nodes of the search tree.
    package var nodes: Int
  }

  /// The kernels of a graph.
  ///
  /// - Parameter successors: The successors of each vertex, itself not among
  ///   them.
  /// - Returns: The kernels, and whether there is no other.
  /// - Complexity: O(edges) a node.
  package func kernels(successors: [[Int]]) -> Kernels {
    var state = KernelState(successors: successors)
    var found = Kernels(sets: [], isComplete: true, nodes: 0)
    guard state.propagate(Array(successors.indices)) else { return found }
    explore(state, &found)
    found.sets.sort { $0.lexicographicallyPrecedes($1) }
    return found
  }

  private func explore(_ start: KernelState, _ found: inout Kernels) {
    var stack = [start]
    while let state = stack.popLast() {
      found.nodes += 1
      guard found.nodes <= nodeLimit else {
        found.isComplete = false
        return
      }
      guard let vertex = state.mostConnected else {
        found.sets.append(state.members)
        continue
      }
      for choice in [KernelState.Membership.outside, .inside] {
        var next = state
        if next.settle(vertex, choice) { stack.append(next) }
      }
    }
  }
}

/// Which vertices are settled to lie in a kernel or outside.
struct KernelState {
  enum Membership: UInt8 {
    case open, inside, outside
  }

  private let successors: [[Int]]
  private let predecessors: [[Int]]
  private var membership: [Membership]

  init(successors: [[Int]]) {
    self.successors = successors
    var predecessors = [[Int]](repeating: [], count: successors.count)
    for (vertex, list) in successors.enumerated() {
      for other in list { predecessors[other].append(vertex) }
    }
    self.predecessors = predecessors
    membership = Array(repeating: .open, count: successors.count)
  }

  /// The vertices inside.
  var members: [Int] {
    membership.indices.filter { membership[$0] == .inside }
  }

  /// The open vertex with most open neighbours; nil if all is settled.
  var mostConnected: Int? {
    var best: (vertex: Int, degree: Int)?
    for vertex in membership.indices where membership[vertex] == .open {
      let degree = (successors[vertex] + predecessors[vertex])
        .count { membership[$0] == .open }
      if degree > best?.degree ?? -1 { best = (vertex, degree) }
    }
    return best?.vertex
  }

  /// Settles a vertex and what follows; false at a contradiction.
  mutating func settle(_ vertex: Int, _ choice: Membership) -> Bool {
    guard membership[vertex] == .open else {
      return membership[vertex] == choice
    }
    membership[vertex] = choice
    return propagate([vertex] + successors[vertex] + predecessors[vertex])
  }

  /// Settles what follows at some vertices and beyond; false at a
  /// contradiction.
  mutating func propagate(_ vertices: [Int]) -> Bool {
    var queue = vertices
    while let vertex = queue.popLast() {
      let consequences = consequences(at: vertex)
      guard let consequences else { return false }
      for (other, choice) in consequences {
        guard membership[other] == .open else {
          guard membership[other] == choice else { return false }
          continue
        }
        membership[other] = choice
        queue += [other] + successors[other] + predecessors[other]
      }
    }
    return true
  }

  /// What a vertex and its successors say of each other; nil if they
  /// contradict.
  private func consequences(at vertex: Int) -> [(Int, Membership)]? {
    let open = successors[vertex].filter { membership[$0] == .open }
    let isAbsorbed = successors[vertex].contains { membership[$0] == .inside }
    switch membership[vertex] {
    case .inside:
      return isAbsorbed ? nil : open.map { ($0, .outside) }
    case .outside:
      if isAbsorbed || open.count > 1 { return [] }
      return open.isEmpty ? nil : [(open[0], .inside)]
    case .open:
      if isAbsorbed { return [(vertex, .outside)] }
      return open.isEmpty ? [(vertex, .inside)] : []
    }
  }
}
