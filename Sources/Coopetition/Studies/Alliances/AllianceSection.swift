/// The section `alliances` of a scenario.
struct AllianceSection: ScenarioSection {
  static let key = "alliances"
  static let kinds: [ScenarioKind] = [.cluster, .formulas]

  /// What it says.
  let settings: AllianceSettings

  init(
    _ value: ScenarioValue, in context: SectionContext
  ) throws(ScenarioError) {
    let reader: AllianceReader
    switch context.subject {
    case .cluster(let cluster):
      reader = AllianceReader(
        names: cluster.firms.map(\.name), noun: "firm", isCluster: true)
    case .formulas(let game):
      reader = AllianceReader(
        names: game.playerNames, noun: "player", isCluster: false)
    case .figures:
      throw ScenarioError(at: value.place, "needs firms or players")
    }
    settings = try reader.settings(value)
  }
}

extension Scenario {
  /// The game between the alliances of the section `alliances`: what each
  /// player earns, and the game between those who decide, if these are not the
  /// players.
  ///
  /// - Throws: `ScenarioError` if the cluster is not admissible.
  public func alliedGame() throws(ScenarioError) -> (
    members: any ScenarioGame, between: GameBetweenGroups?
  ) {
    let settings = try allianceSettings()
    let model = AllianceModel(
      try game(), terms: settings.terms, partners: settings.partners)
    let allied = model.game(of: settings.structure)
    return (
      allied.members, model.terms.decidesJointly ? allied.between : nil
    )
  }

  /// The alliances that a text means, such as `A+B,C+D`; a firm may be given as
  /// `firms[0]`, and the name of a tier stands for its firms.
  ///
  /// - Throws: `ScenarioError` if a name is unknown or stands twice, or if an
  ///   alliance has one member.
  public func alliances(named text: String) throws(ScenarioError) -> [[Int]] {
    let game = try game()
    let names = game.playerNames
    let place = "--structure"
    let reader = AllianceReader(
      names: names, noun: game.playerNoun, isCluster: true)
    let address = PlayerAddress(of: game)
    let groups = try NameGroups.groups(in: text)
    let candidates = try allianceSettings().candidates
    do throws(ScenarioError) {
      var sets: [[[Int]]] = []
      for (k, group) in groups.enumerated() {
        var words: [[Int]] = []
        for (m, name) in group.enumerated() {
          words.append(
            try address.players(name, at: "\(place)[\(k)][\(m)]"))
        }
        sets.append(words)
      }
      return try reader.structure(sets, at: place, among: candidates)
    } catch {
      var hinted = error
      hinted.message += NameGroups.hint(among: names)
      throw hinted
    }
  }
}
