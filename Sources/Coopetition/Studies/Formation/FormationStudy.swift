/// Which network forms by itself, which would be best, and how it gets there:
/// all networks, or a simulation.
public enum FormationStudy: Sendable {
  /// Every network is judged.
  case enumeration(NetworkEnumeration)
  /// Links are made and cut in rounds.
  case simulation(FormationSimulation)
  /// Every network if there are few candidate pairs, else a simulation.
  case either(NetworkEnumeration, FormationSimulation)

  /// The most candidate pairs whose networks are all judged unasked.
  public static let usualPairs = 15

  /// The cluster of a scenario and what its links cost.
  ///
  /// - Throws: `ScenarioError` if the scenario has no firms.
  static func subject(
    of scenario: Scenario
  ) throws(ScenarioError) -> (Cluster, Linking) {
    let cluster = try scenario.cluster(
      insteadOfFormulas: "form: games of formulas have no firms")
    guard cluster.model.sharing == .uniform else {
      throw ScenarioError(
        at: "model.sharing",
        "form works with uniform; with firms, solve lists who exchanges with "
          + "whom")
    }
    let linking =
      scenario.section(Linking.self) ?? .free(firms: cluster.firms.count)
    return (cluster, linking)
  }
}

extension NetworkEnumeration {
  /// The networks of a scenario, with its links as they cost and start; nil if
  /// the search was stopped.
  ///
  /// - Throws: `ScenarioError` if the scenario has no firms or too many
  ///   candidate pairs.
  public func networks(
    of scenario: Scenario
  ) throws(ScenarioError) -> NetworkFormation? {
    let (cluster, linking) = try FormationStudy.subject(of: scenario)
    return try networks(of: cluster, linking)
  }
}

extension FormationSimulation {
  /// The run of a scenario, with its links as they cost and start.
  ///
  /// - Throws: `ScenarioError` if the scenario has no firms, an event sets a
  ///   number out of its range, or uniform links are too many to write out.
  public func run(
    _ scenario: Scenario
  ) throws(ScenarioError) -> FormationRun {
    let (cluster, linking) = try FormationStudy.subject(of: scenario)
    return try run(cluster, linking)
  }
}
