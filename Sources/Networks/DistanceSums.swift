import LinearAlgebra

/// How many targets each node reaches, and how far they are.
struct DistanceSums: Sendable {
  /// The number of targets other than itself that each node reaches.
  private var reached: [Double]
  /// The sum of their distances.
  private var distances: [Double]
  /// The sum of the squares of their distances.
  private var squares: [Double]
  /// The number of targets other than itself.
  private var targets: [Double]

  /// The sums over targets, found backwards along the rows of a matrix.
  static func summed(
    over targets: [Int32], along links: SparseMatrix
  ) -> DistanceSums {
    let width = SimultaneousSearch<UInt64>.width
    return Networks.summed(over: targets, width: width) { targets in
      var part = DistanceSums(nodeCount: links.rows, targets: targets)
      var search = SimultaneousSearch<UInt64>(nodeCount: links.rows)
      for first in stride(from: 0, to: targets.count, by: width) {
        let last = min(first + width, targets.count)
        search.start(from: targets[first..<last])
        part.add(&search, along: links)
      }
      return part
    } _: {
      $0.add($1)
    }
  }

  private init(nodeCount: Int, targets: [Int32]) {
    reached = Array(repeating: 0, count: nodeCount)
    (distances, squares) = (reached, reached)
    self.targets = Array(repeating: Double(targets.count), count: nodeCount)
    for target in targets { self.targets[Int(target)] -= 1 }
  }

  /// Counts the targets of a search at all distances.
  private mutating func add(
    _ search: inout SimultaneousSearch<UInt64>, along links: SparseMatrix
  ) {
    var distance = 0.0
    while search.advance(along: links) {
      distance += 1
      for arrival in search.front {
        add(
          arrival.sources.nonzeroBitCount, at: distance, to: Int(arrival.node))
      }
    }
  }

  /// Counts targets at a distance from a node.
  private mutating func add(_ count: Int, at distance: Double, to node: Int) {
    let count = Double(count)
    reached[node] += count
    distances[node] += count * distance
    squares[node] += count * distance * distance
  }

  private mutating func add(_ other: Self) {
    for i in reached.indices {
      reached[i] += other.reached[i]
      distances[i] += other.distances[i]
      squares[i] += other.squares[i]
      targets[i] += other.targets[i]
    }
  }

  /// The closeness x²/y of each node, with the mean number x of others that
  /// it reaches, each 0 or 1, and the mean y of their distances, or 0.
  func closeness(isExact: Bool) -> ShortestPaths.Estimates {
    let values = reached.indices.map { i in
      distances[i] > 0
        ? reached[i] / targets[i] * reached[i] / distances[i] : 0
    }
    let errors = reached.indices.map { isExact ? 0 : error($0) }
    return ShortestPaths.Estimates(values: values, errors: errors)
  }

  /// The standard error of x²/y to first order.
  private func error(_ i: Int) -> Double {
    guard distances[i] > 0 && targets[i] > 1 else { return 0 }
    let count = targets[i]
    let (x, y) = (reached[i] / count, distances[i] / count)
    let (slopeX, slopeY) = (2 * x / y, -x * x / (y * y))
    let varianceX = x - x * x
    let varianceY = squares[i] / count - y * y
    let covariance = y - x * y
    let variance =
      slopeX * slopeX * varianceX + slopeY * slopeY * varianceY
      + 2 * slopeX * slopeY * covariance
    return (max(0, variance) / (count - 1)).squareRoot()
  }
}
