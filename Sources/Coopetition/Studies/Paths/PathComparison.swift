import Games

/// The five innovation paths as clusters, each with what makes it that path,
/// its state and its risk.
public struct PathComparison: Sendable {
  /// The clusters, in the order asked for.
  public var entries: [Entry]
  /// Whether the cluster itself is part of the answer: one was asked for.
  public var showsCluster: Bool
  /// Whether nothing was cut short.
  public var isFinished = true

  /// A cluster on a path.
  public struct Entry: Sendable {
    /// Which cluster it is.
    public var archetype: PathArchetype
    /// The cluster.
    public var cluster: Cluster
    /// What the flows of knowledge look like.
    public var structure: StructureFeatures
    /// How near the cluster is to each path.
    public var match: PathMatch
    /// What keeps it from its optimum; nil if no equilibrium was found.
    public var state: ClusterState?
    /// How likely each state is, the environment being uncertain.
    public var risk: StateRisk?
  }

  /// Makes and diagnoses clusters.
  ///
  /// - Parameters:
  ///   - archetypes: Which clusters.
  ///   - method: The methods of the diagnoses.
  /// - Throws: `ScenarioError` never for admissible archetypes.
  public init(
    of archetypes: [PathArchetype],
    using method: Diagnosis.Method = Diagnosis.Method()
  ) throws(ScenarioError) {
    entries = []
    showsCluster = archetypes.count == 1
    for archetype in archetypes {
      let cluster = try archetype.cluster()
      let structure = StructureFeatures(cluster)
      let search = StateSearch(search: method.search)
      let sampler = RiskSampler(
        scenario: .cluster(cluster),
        numbers: [try archetype.uncertainEnvironment(of: cluster)],
        search: search, samples: method.samples, seed: method.seed,
        monitor: method.monitor)
      let isLarge = cluster.firms.count > NetworkAnalyzer.firmLimit
      let risk = isLarge ? nil : try sampler.risk()
      isFinished =
        isFinished && (isLarge || risk?.samples == method.samples)
      entries.append(
        Entry(
          archetype: archetype, cluster: cluster, structure: structure,
          match: PathMatch(structure, uncertainty: archetype.uncertainty),
          state: search.state(of: try SharingGame(cluster)), risk: risk))
    }
  }
}

extension PathArchetype {
  /// The environment as an uncertain number.
  fileprivate func uncertainEnvironment(
    of cluster: Cluster
  ) throws(ScenarioError) -> UncertainNumber {
    let number = try ScenarioNumber("environment", in: .cluster(cluster))
    return UncertainNumber(
      address: "environment", number: number,
      distribution: Distribution(
        .lognormal(median: 1, spread: uncertainty), from: 0, to: .infinity))
  }
}
