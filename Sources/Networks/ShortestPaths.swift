import LinearAlgebra

/// What the shortest chains of links say about a network and its nodes, over
/// all sources or over a sample of them. Distances count links.
///
/// From a sample, sums over all sources are estimated by n/k times those over
/// k sources, and the standard errors say how far samples scatter. See Brandes,
/// Journal of Mathematical Sociology 25 (2001) 163-177; Brandes and Pich,
/// International Journal of Bifurcation and Chaos 17 (2007) 2303-2318.
public struct ShortestPaths: Sendable {
  /// Each node's share of the shortest chains between two others, summed over
  /// pairs and divided by (n − 1)(n − 2).
  public let betweenness: Estimates
  /// r²/((n − 1) Σ d) of each node, from the r others that it reaches and
  /// their distances d; 0 if it reaches none. See Wasserman and Faust, Social
  /// Network Analysis, Cambridge University Press 1994, page 201.
  public let closeness: Estimates
  /// The share of ordered pairs of nodes of which the first reaches the other.
  public let reachableShare: Estimate
  /// The largest finite distance from a source; with a sample a lower bound.
  public let longest: Int
  /// Whether every node was a source.
  public let isExact: Bool

  /// A number with its standard error, which is 0 if nothing was sampled.
  public struct Estimate: Sendable, Equatable {
    /// The number.
    public let value: Double
    /// The standard error.
    public let error: Double
  }

  /// A number of each node with its standard error.
  public struct Estimates: Sendable, Equatable {
    /// The numbers.
    public let values: [Double]
    /// The standard errors.
    public let errors: [Double]
  }

  /// Measures over all sources, exactly up to rounding.
  ///
  /// Numbers of shortest chains are counted as doubles; above 10³⁰⁸ they
  /// overflow and betweenness is not a number.
  ///
  /// - Parameter network: the network.
  /// - Complexity: O(nodes · (nodes + links)).
  public init(of network: DirectedNetwork) {
    let sources = (0..<network.nodeCount).map(Int32.init)
    self.init(of: network, sources: sources)
  }

  /// Measures from a random sample of sources.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - sampleSize: the number of sources, all different; all nodes if there
  ///     are no more.
  ///   - generator: the random numbers that choose them.
  /// - Precondition: the sample has two sources or more.
  /// - Complexity: O(sampleSize · (nodes + links)).
  public init(
    of network: DirectedNetwork, sampleSize: Int,
    using generator: inout some RandomNumberGenerator
  ) {
    precondition(sampleSize > 1, "a scatter takes two sources")
    var nodes = (0..<network.nodeCount).map(Int32.init)
    let count = min(sampleSize, nodes.count)
    for k in 0..<count {
      nodes.swapAt(k, Int.random(in: k..<nodes.count, using: &generator))
    }
    self.init(of: network, sources: Array(nodes[..<count]))
  }

  private init(of network: DirectedNetwork, sources: [Int32]) {
    let nodes = network.nodeCount
    isExact = sources.count == nodes
    let dependencies = PathDependencies.summed(
      over: sources, in: network)
    let pairs = Double(nodes - 1) * Double(nodes - 2)
    let scatter = Scatter(of: nodes, sampled: sources.count)
    betweenness = scatter.totals(
      dependencies.sums, dependencies.squares, scale: pairs > 0 ? 1 / pairs : 0)
    reachableShare = scatter.share(dependencies.reachedCounts)
    longest = dependencies.longest
    let reach = DistanceSums.summed(
      over: sources, along: network.incoming)
    closeness = reach.closeness(isExact: isExact)
  }
}

/// The standard errors of sums that are estimated from a sample.
struct Scatter {
  private let population: Double
  private let sample: Double

  init(of population: Int, sampled sample: Int) {
    (self.population, self.sample) = (Double(population), Double(sample))
  }

  /// The sums over the population times a scale.
  func totals(
    _ sums: [Double], _ squares: [Double], scale: Double
  ) -> ShortestPaths.Estimates {
    let factor = population * scale
    return ShortestPaths.Estimates(
      values: sums.map { sample > 0 ? factor * $0 / sample : 0 },
      errors: zip(sums, squares).map { factor * error($0, $1) })
  }

  /// The mean share of the other nodes that the sources reach.
  func share(_ counts: [Int]) -> ShortestPaths.Estimate {
    guard population > 1 else { return .init(value: 0, error: 0) }
    let shares = counts.map { Double($0) / (population - 1) }
    let sum = shares.reduce(0, +)
    let squares = shares.reduce(0) { $0 + $1 * $1 }
    return .init(value: sum / sample, error: error(sum, squares))
  }

  /// The standard error of a mean of a sample without replacement.
  func error(_ sum: Double, _ squares: Double) -> Double {
    guard sample < population && sample > 1 else { return 0 }
    let variance = max(0, squares - sum * sum / sample) / (sample - 1)
    return (variance / sample * (1 - sample / population)).squareRoot()
  }
}

/// Splits sources among threads so that the sums have the same bits for any
/// number of them: the groups, and the order in which their sums are added,
/// depend on the number of sources alone.
func summed<Sums: Sendable>(
  over sources: [Int32], width: Int, _ sums: @Sendable ([Int32]) -> Sums,
  _ add: (inout Sums, Sums) -> Void
) -> Sums {
  let searches = (sources.count + width - 1) / width
  let groups = max(1, min(8, searches))
  var rest = Parallel.map(groups) { group in
    let start = searches * group / groups * width
    let end = min(searches * (group + 1) / groups * width, sources.count)
    return sums(Array(sources[start..<end]))
  }[...]
  var total = rest.removeFirst()
  for part in rest { add(&total, part) }
  return total
}
