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
    over sources: [Int32], along links: SparseMatrix
  ) -> PathDependencies {
    Networks.summed(over: sources) { sources in
      var part = PathDependencies(nodeCount: links.rows)
      var search = PathCounts(nodeCount: links.rows)
      for source in sources {
        search.run(from: Int(source), along: links)
        part.add(&search, along: links)
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

  /// Adds what depends on each node from one source, the farthest first.
  private mutating func add(
    _ search: inout PathCounts, along links: SparseMatrix
  ) {
    reachedCounts.append(search.reachedCount - 1)
    longest = max(longest, search.longest)
    search.forEachDependency(along: links) { node, dependency in
      sums[node] += dependency
      squares[node] += dependency * dependency
    }
  }
}

/// The numbers of shortest chains from one source after another.
private struct PathCounts {
  private var search: BreadthFirstSearch
  /// The number of shortest chains to each node, then, in `forEachDependency`,
  /// (1 + dependency)/number.
  private var counts: [Double]

  init(nodeCount: Int) {
    search = BreadthFirstSearch(nodeCount: nodeCount)
    counts = Array(repeating: 0, count: nodeCount)
  }

  var reachedCount: Int { search.reached.count }

  var longest: Int {
    search.reached.last.map { Int(search.distances[Int($0)]) } ?? 0
  }

  /// Reaches what can be reached from a source, and counts the chains.
  mutating func run(from source: Int, along links: SparseMatrix) {
    search.reset()
    search.continue(from: source, along: links)
    for node in search.reached { counts[Int(node)] = 0 }
    counts[source] = 1
    let distances = search.distances
    let reached = search.reached
    links.withUnsafeRows { links in
      counts.withUnsafeMutableBufferPointer { counts in
        for node in reached {
          let own = counts[Int(node)]
          let distance = distances[Int(node)] &+ 1
          for k in links.starts[Int(node)]..<links.starts[Int(node) &+ 1] {
            let target = Int(links.columns[k])
            if distances[target] == distance { counts[target] += own }
          }
        }
      }
    }
  }

  /// Visits the nodes but the source, the farthest first, with what depends
  /// on them; the counts are used up.
  @inline(__always)
  mutating func forEachDependency(
    along links: SparseMatrix, _ body: (Int, Double) -> Void
  ) {
    let (distances, reached) = (search.distances, search.reached)
    links.withUnsafeRows { links in
      counts.withUnsafeMutableBufferPointer { counts in
        for node in reached.dropFirst().reversed() {
          let distance = distances[Int(node)] &+ 1
          var sum = 0.0
          for k in links.starts[Int(node)]..<links.starts[Int(node) &+ 1] {
            let target = Int(links.columns[k])
            if distances[target] == distance { sum += counts[target] }
          }
          let dependency = counts[Int(node)] * sum
          counts[Int(node)] = (1 + dependency) / counts[Int(node)]
          body(Int(node), dependency)
        }
      }
    }
  }
}
