import LinearAlgebra
import Networks

/// How the network of a cluster looks: its centre, density, holes and weak
/// ties.
public struct MeasureStudy: Sendable {
  /// What a link weighs.
  public enum Weights: String, Sendable, CaseIterable {
    /// What the user can use of the provider, a_ij.
    case potential
    /// What it uses at the highest equilibrium, f_ij = a_ij s_j.
    case flow
  }

  /// What a link weighs.
  public var weights: Weights
  /// Which equilibrium flows are those of.
  public var selection: EquilibriumEnd
  /// Above this number of firms shortest paths are sampled.
  public var exactLimit: Int
  /// The number of sampled sources.
  public var sampleSize: Int
  /// The seed of the sample.
  public var seed: UInt64

  /// A study with its parameters.
  ///
  /// - Parameters:
  ///   - weights: What a link weighs.
  ///   - selection: Which equilibrium flows are those of.
  ///   - exactLimit: Above this number of firms shortest paths are sampled.
  ///   - sampleSize: The number of sampled sources.
  ///   - seed: The seed of the sample.
  public init(
    weights: Weights = .potential, selection: EquilibriumEnd = .highest,
    exactLimit: Int = 5000, sampleSize: Int = 200, seed: UInt64 = 1
  ) {
    self.weights = weights
    self.selection = selection
    self.exactLimit = exactLimit
    self.sampleSize = sampleSize
    self.seed = seed
  }

  /// The measures of a cluster.
  ///
  /// - Throws: `ScenarioError` if uniform links are too many to write out.
  /// - Complexity: O(links) a pass, O(links^1.5) for triangles, O(firms ·
  ///   links) for shortest paths up to the limit, and the sample above it.
  public func measures(
    of cluster: Cluster
  ) throws(ScenarioError) -> MeasuredNetwork {
    let network = try network(of: cluster)
    var random = SplitMix64(seed: seed)
    let paths =
      network.nodeCount <= exactLimit
      ? ShortestPaths(of: network)
      : ShortestPaths(
        of: network, sampleSize: sampleSize, using: &random)
    let (whole, firms) = network.measures()
    return MeasuredNetwork(
      cluster: cluster, weights: weights, whole: whole, firms: firms,
      paths: paths)
  }

  /// The network of a cluster: a link from each provider to each user.
  func network(of cluster: Cluster) throws(ScenarioError) -> DirectedNetwork {
    if case .uniform = cluster.complementarity {
      let count = cluster.firms.count
      guard count * (count - 1) <= CandidateLinks.linkLimit else {
        throw .tooManyLinks(firms: count)
      }
    }
    let flows = SharingData(cluster).flows.stored
    guard weights == .flow else { return DirectedNetwork(incoming: flows) }
    let levels = selection.levels(of: try cluster.playedGame())
    return DirectedNetwork(incoming: flows.scaledColumns(by: levels))
  }
}

/// The measures of a cluster's network.
public struct MeasuredNetwork: Sendable {
  /// The cluster.
  public let cluster: Cluster
  /// What a link weighs.
  public let weights: MeasureStudy.Weights
  /// The measures of the network.
  public let whole: NetworkMeasures
  /// The measures of each firm.
  public let firms: NodeMeasures
  /// The measures of shortest paths.
  public let paths: ShortestPaths
}
