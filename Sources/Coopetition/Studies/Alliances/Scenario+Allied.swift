/// A scenario in which the alliances of its section are formed.
struct AlliedScenario {
  /// The scenario with the numbers that the terms make.
  let scenario: Scenario
  /// The players who decide as one; nil if everybody decides alone.
  let groups: [[Int]]?
  /// The names of those who decide.
  let names: [String]
  /// What each player pays besides; empty if the payoffs contain it.
  let overheads: [Double]

  /// The family between those who decide.
  func between(_ family: ScenarioFamily) -> ScenarioFamily {
    groups.map(family.grouped) ?? family
  }

  /// What each player earns.
  func payoffs(_ payoffs: [Double]) -> [Double] {
    overheads.isEmpty ? payoffs : zip(payoffs, overheads).map { $0 - $1 }
  }
}

extension Scenario {
  /// The scenario with or without its alliances.
  ///
  /// - Parameter isAllied: Whether the alliances of the section `alliances` are
  ///   formed.
  /// - Returns: The scenario, and who decides in it.
  /// - Throws: `ScenarioError` if the cluster is not admissible.
  func allied(_ isAllied: Bool) throws(ScenarioError) -> AlliedScenario {
    let game = try game()
    guard isAllied else {
      return AlliedScenario(
        scenario: self, groups: nil, names: game.playerNames, overheads: [])
    }
    let settings = try allianceSettings()
    let model = AllianceModel(
      game, terms: settings.terms, partners: settings.partners)
    let blocks = settings.structure
    let allied = model.game(of: blocks)
    var scenario = self
    if let cluster = allied.members.playingCluster {
      scenario.subject = .cluster(cluster)
    }
    let groups = model.decidesJointly(blocks) ? model.groups(blocks) : nil
    return AlliedScenario(
      scenario: scenario, groups: groups,
      names: groups?.map { members in
        members.map { game.playerNames[$0] }.joined(separator: "+")
      } ?? game.playerNames,
      overheads: allied.overheads)
  }
}
