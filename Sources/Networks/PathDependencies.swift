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
  /// The links from the source to each node, `unreached` where there is no
  /// chain.
  private var distances: [Int32]
  /// The number of shortest chains to each node, then, in `forEachDependency`,
  /// (1 + dependency)/number.
  private var counts: [Double]
  /// The nodes reached, by rising distance, and room for one more.
  private var order: [Int32]
  private(set) var reachedCount = 0

  private static let unreached = Int32.max

  init(nodeCount: Int) {
    distances = Array(repeating: Self.unreached, count: nodeCount)
    counts = Array(repeating: 0, count: nodeCount)
    order = Array(repeating: 0, count: nodeCount + 1)
  }

  /// The largest distance from the source.
  var longest: Int {
    reachedCount > 0 ? Int(distances[Int(order[reachedCount - 1])]) : 0
  }

  /// Reaches what can be reached from a source, and counts the chains.
  mutating func run(from source: Int, along links: SparseMatrix) {
    for node in order[..<reachedCount] {
      distances[Int(node)] = Self.unreached
      counts[Int(node)] = 0
    }
    (distances[source], counts[source], order[0]) = (0, 1, Int32(source))
    reachedCount = links.withUnsafeRows { links in
      distances.withUnsafeMutableBufferPointer { distances in
        counts.withUnsafeMutableBufferPointer { counts in
          order.withUnsafeMutableBufferPointer { order in
            Self.search(links, distances, counts, order)
          }
        }
      }
    }
  }

  /// Goes on from the first of the nodes; returns how many are reached.
  @inline(__always)
  private static func search(
    _ links: UnsafeSparseRows, _ distances: UnsafeMutableBufferPointer<Int32>,
    _ counts: UnsafeMutableBufferPointer<Double>,
    _ order: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var (next, reached) = (0, 1)
    while next < reached {
      let node = Int(order[next])
      let (distance, own) = (distances[node] &+ 1, counts[node])
      for k in links.starts[node]..<links.starts[node &+ 1] {
        let target = Int(links.columns[k])
        let before = distances[target]
        let now = min(before, distance)
        distances[target] = now
        order[reached] = Int32(truncatingIfNeeded: target)
        reached &+= before > distance ? 1 : 0
        counts[target] += now == distance ? own : 0
      }
      next &+= 1
    }
    return reached
  }

  /// Visits the nodes but the source, the farthest first, with what depends
  /// on them; the counts are used up.
  @inline(__always)
  mutating func forEachDependency(
    along links: SparseMatrix, _ body: (Int, Double) -> Void
  ) {
    let (distances, reached) = (distances, order[1..<max(1, reachedCount)])
    links.withUnsafeRows { links in
      counts.withUnsafeMutableBufferPointer { counts in
        for node in reached.reversed() {
          let distance = distances[Int(node)] &+ 1
          var sum = 0.0
          for k in links.starts[Int(node)]..<links.starts[Int(node) &+ 1] {
            let target = Int(links.columns[k])
            sum += distances[target] == distance ? counts[target] : 0
          }
          let dependency = counts[Int(node)] * sum
          counts[Int(node)] = (1 + dependency) / counts[Int(node)]
          body(Int(node), dependency)
        }
      }
    }
  }
}
