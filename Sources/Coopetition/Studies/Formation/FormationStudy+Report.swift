import Reports

extension FormationStudy {
  /// The answer for a scenario.
  ///
  /// - Throws: `ScenarioError` if the scenario has no firms, too many networks
  ///   or too many links.
  public func report(on scenario: Scenario) throws(ScenarioError) -> Report {
    let (cluster, linking) = try Self.subject(of: scenario)
    switch self {
    case .enumeration(let method):
      return try Self.report(on: cluster, linking, method)
    case .simulation(let simulation):
      return try simulation.run(cluster, linking).report
    case .either(let method, let simulation):
      let count = try CandidateLinks(cluster).pairs.count
      return count <= Self.usualPairs
        ? try Self.report(on: cluster, linking, method)
        : try simulation.run(cluster, linking).report
    }
  }

  private static func report(
    on cluster: Cluster, _ linking: Linking, _ method: NetworkEnumeration
  ) throws(ScenarioError) -> Report {
    if let found = try method.networks(of: cluster, linking) {
      return found.report
    }
    return Report(
      title: "\(cluster.name): networks that last",
      sections: [.text("Stopped before every network was solved.")],
      data: .object([
        ("scenario", .text(cluster.name)), ("proven", .boolean(false)),
      ]), isComplete: false)
  }
}
