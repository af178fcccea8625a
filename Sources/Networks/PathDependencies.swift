import LinearAlgebra

/// How much the shortest chains from sources depend on each node: Brandes'
/// sums Σₜ σ(s, t | v)/σ(s, t), added over sources s.
struct PathDependencies: Sendable {
  /// The sums of each node over the sources.
  private(set) var sums: [Double]
  /// The sums of the squares of each source's contribution.
  private(set) var squares: [Double]
  /// How many others each source reaches.
  private(set) var reachedCounts: [Int] = []
  /// The largest distance from a source.
  private(set) var longest = 0

  /// The sums over sources along the rows of a matrix.
  static func summed(
    over sources: [Int32], in network: DirectedNetwork
  ) -> PathDependencies {
    let width = SimultaneousPaths.width
    return Networks.summed(over: sources, width: width) { sources in
      var part = PathDependencies(nodeCount: network.nodeCount)
      var search = SimultaneousPaths(of: network)
      for first in stride(from: 0, to: sources.count, by: width) {
        let last = min(first + width, sources.count)
        search.run(from: sources[first..<last])
        part.add(&search, last - first)
      }
      return part
    } _: {
      $0.add($1)
    }
  }

  private init(nodeCount: Int) {
    sums = Array(repeating: 0, count: nodeCount)
    squares = sums
  }

  private mutating func add(_ other: Self) {
    for i in sums.indices {
      sums[i] += other.sums[i]
      squares[i] += other.squares[i]
    }
    reachedCounts += other.reachedCounts
    longest = max(longest, other.longest)
  }

  /// Adds what depends on each node from some sources, the farthest first.
  private mutating func add(_ search: inout SimultaneousPaths, _ count: Int) {
    let reached = search.reachedCounts
    reachedCounts += (0..<count).map { Int(reached[$0]) }
    longest = max(longest, search.longest)
    search.forEachDependency { node, dependency in
      sums[node] += dependency.total
      squares[node] += (dependency * dependency).total
    }
  }
}
