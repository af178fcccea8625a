import LinearAlgebra

/// The shortest chains from up to eight sources at once: how many lead to each
/// node, and how much depends on it.
///
/// Nodes are taken level by level, once for each of their distances. Chains
/// are added over the links to a node, dependencies over those from it, both
/// from one panel, which holds the numbers of the level before and zeros
/// elsewhere. See Brandes, Journal of Mathematical Sociology 25 (2001) 163-177.
struct SimultaneousPaths {
  private typealias Search = SimultaneousSearch<UInt8>

  private let outgoing, incoming: SparseMatrix
  private var search: Search
  /// All that have arrived, level after level, and where each level starts.
  private var arrivals: [Search.Arrival] = []
  private var starts: [Int] = []
  /// The number of shortest chains to each node, then (1 + dependency)/number.
  private var numbers: [SourceLanes]
  /// The numbers at the level that is read, zeros elsewhere.
  private var panel: [SourceLanes]

  /// How many sources one search takes at most.
  static let width = Search.width

  /// A search along the links of a network.
  init(of network: DirectedNetwork) {
    (outgoing, incoming) = (network.outgoing, network.incoming)
    search = Search(nodeCount: network.nodeCount)
    numbers = Array(repeating: .zero, count: network.nodeCount)
    panel = numbers
  }

  /// The largest distance from a source.
  var longest: Int { starts.count - 2 }

  /// How many others each source reaches.
  var reachedCounts: SourceLanes {
    arrivals[level(0).count...].reduce(.zero) {
      $0 + SourceLanes(repeating: 1).masked(by: $1.sources)
    }
  }

  /// Reaches what can be reached, and counts the chains.
  ///
  /// - Parameter sources: The sources, all different, no more than ``width``.
  /// - Complexity: O(nodes, and the links met at each distance).
  mutating func run(from sources: ArraySlice<Int32>) {
    start(from: sources)
    while search.advance(along: outgoing) {
      show(longest)
      keepFront()
      countChains()
      hide(longest - 1)
    }
  }

  private mutating func start(from sources: ArraySlice<Int32>) {
    for node in numbers.indices { numbers[node] = .zero }
    for (lane, source) in sources.enumerated() {
      numbers[Int(source)][lane] = 1
    }
    arrivals.removeAll(keepingCapacity: true)
    starts = [0]
    search.start(from: sources)
    keepFront()
  }

  /// Makes who has just arrived the last level.
  private mutating func keepFront() {
    arrivals += search.front
    starts.append(arrivals.count)
  }

  private func level(_ distance: Int) -> Range<Int> {
    starts[distance]..<starts[distance + 1]
  }

  /// Writes the numbers of a level on the panel.
  private mutating func show(_ distance: Int) {
    for place in level(distance) {
      let arrival = arrivals[place]
      let node = Int(arrival.node)
      panel[node] = numbers[node].masked(by: arrival.sources)
    }
  }

  /// Clears the panel of a level.
  private mutating func hide(_ distance: Int) {
    for place in level(distance) { panel[Int(arrivals[place].node)] = .zero }
  }

  /// Counts the chains to the last level.
  private mutating func countChains() {
    let incoming = incoming
    incoming.withUnsafeRows { links in
      for place in level(longest) {
        let arrival = arrivals[place]
        let node = Int(arrival.node)
        numbers[node] +=
          links.sum(node, of: panel).masked(by: arrival.sources)
      }
    }
  }

  /// Visits the nodes but the sources, the farthest first, with what depends
  /// on them; the numbers are used up.
  @inline(__always)
  mutating func forEachDependency(_ body: (Int, SourceLanes) -> Void) {
    for distance in stride(from: longest, to: 0, by: -1) {
      addDependencies(at: distance, body)
      if distance < longest { hide(distance + 1) }
      show(distance)
    }
    if longest > 0 { hide(1) }
  }

  @inline(__always)
  private mutating func addDependencies(
    at distance: Int, _ body: (Int, SourceLanes) -> Void
  ) {
    let outgoing = outgoing
    outgoing.withUnsafeRows { links in
      for place in level(distance) {
        let arrival = arrivals[place]
        let node = Int(arrival.node)
        let chains = numbers[node]
        let dependency = (chains * links.sum(node, of: panel))
          .masked(by: arrival.sources)
        numbers[node] = chains.replacing(
          with: (1 + dependency) / chains, where: arrival.sources.lanes)
        body(node, dependency)
      }
    }
  }
}

extension UnsafeSparseRows {
  /// The sum of a panel over the columns of a row.
  @inline(__always)
  fileprivate func sum(_ row: Int, of panel: [SourceLanes]) -> SourceLanes {
    panel.withUnsafeBufferPointer { panel in
      var sum = SourceLanes.zero
      for k in starts[row]..<starts[row &+ 1] { sum += panel[Int(columns[k])] }
      return sum
    }
  }
}
