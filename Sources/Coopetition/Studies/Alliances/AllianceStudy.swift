import Games
import LinearAlgebra

/// Which alliances form, what they earn and for whom, and who leaves first.
///
/// ```swift
/// let scenario = try Scenario(path: "sematech-1991.yaml")
/// let answer = try scenario.alliances()
/// print(answer.report.text)
/// ```
public struct AllianceStudy: Sendable {
  /// Who may ally, under which terms, and how it is judged.
  public var settings: AllianceSettings
  /// What others may do besides what the settings say.
  public var moreOthers: [AllianceSettings.Others] = []
  /// Whether only the structure of the settings is solved.
  public var isStructureOnly = false
  /// Whether all partitions of the candidates are judged.
  public var judgesPartitions = false
  /// Whether the structure is solved under each of the six kinds.
  public var comparesKinds = false
  /// What a sponsor may spend, if there is one.
  public var budget: Double?
  /// Whether equilibria are proven; otherwise they are only looked for.
  public var provesAll = true
  /// How many boxes may be examined for one structure.
  public var boxLimit = 20_000

  /// The most candidates of whom all alliances are judged.
  public static let candidateLimit = 16
  /// The most candidates of whom all partitions are judged.
  public static let partitionLimit = 10
  /// The most candidates of whom every structure is listed.
  static let listLimit = 8
  /// The most candidates for whom the prenucleolus is looked for.
  static let nucleolusLimit = 13

  /// A study with settings.
  public init(_ settings: AllianceSettings) { self.settings = settings }

  /// Answers the questions about a game.
  ///
  /// - Parameters:
  ///   - game: The game with nobody allied.
  ///   - monitor: Hears how far the study is.
  /// - Returns: The answer, as far as it is known.
  /// - Throws: `ScenarioError` if there are too many candidates.
  public func analyze(
    _ game: any ScenarioGame, monitor: Monitor = .unattended
  ) throws(ScenarioError) -> AllianceAnalysis {
    try checkSize()
    let clock = ContinuousClock()
    let start = clock.now
    let model = AllianceModel(
      game, terms: settings.terms, partners: settings.partners)
    var structures = AllianceStructures(
      solver(model, monitor), candidates: settings.candidates)
    let isComplete = structures.solve(wanted, monitor)
    var answer = AllianceAnalysis(
      game: game, settings: settings, terms: model.terms,
      structures: structures, structure: structureKey)
    if isComplete, !isStructureOnly { judge(&answer, monitor) }
    answer.isStopped = !isComplete
    if comparesKinds { answer.kinds = kinds(game, monitor) }
    answer.partners = partnerWorths(answer, game, monitor)
    answer.seconds = (clock.now - start) / .seconds(1)
    return answer
  }

  private func checkSize() throws(ScenarioError) {
    let count = settings.candidates.count
    guard count > 1 else {
      throw ScenarioError(
        at: "alliances.candidates", "two or more players are needed to ally")
    }
    let limit = judgesPartitions ? Self.partitionLimit : Self.candidateLimit
    guard !isStructureOnly, count > limit else { return }
    let what =
      judgesPartitions
      ? "make too many structures" : "make \(Self.alliances(of: count))"
    throw ScenarioError(
      at: "alliances.candidates",
      "\(count) candidates \(what); name at most \(limit), or give --structure")
  }

  private static func alliances(of count: Int) -> String {
    count < Int.bitWidth - 1
      ? "\(NumberText.grouped(1 << count)) alliances" : "too many alliances"
  }

  private func solver(
    _ model: AllianceModel, _ monitor: Monitor
  ) -> AllianceSolver {
    AllianceSolver(
      model: model, selection: settings.selection, boxLimit: boxLimit,
      provesAll: provesAll, monitor: monitor)
  }

  /// The structure of the settings, by candidates.
  private var structureKey: AllianceStructures.Key {
    AllianceStructures.key(
      settings.structure.map { block in
        Coalition(
          block.compactMap { settings.candidates.firstIndex(of: $0) })
      })
  }

  /// What the others do, first as the settings say.
  private var allOthers: [AllianceSettings.Others] {
    var result: [AllianceSettings.Others] = []
    for others in [settings.others, .alone] + moreOthers
    where !result.contains(others) {
      result.append(others)
    }
    return result
  }

  /// The structures that have to be solved.
  private var wanted: [AllianceStructures.Key] {
    guard !isStructureOnly else { return [structureKey] }
    let count = settings.candidates.count
    let everybody = Coalition.all(count)
    var keys = (0...everybody.bits).map { [Coalition(bits: $0)] }
    if allOthers.contains(.together) {
      keys += (0...everybody.bits).map {
        [Coalition(bits: $0), Coalition(bits: everybody.bits & ~$0)]
      }
    }
    if judgesPartitions { keys += AlliancePartitions.partitions(of: count) }
    return (keys + [structureKey]).map { AllianceStructures.key($0) }
  }

  /// Adds what follows from the outcomes of all alliances.
  private func judge(_ answer: inout AllianceAnalysis, _ monitor: Monitor) {
    let ledger = AllianceLedger(answer.structures)
    answer.ledger = ledger
    answer.worths = allOthers.map { others in
      AllianceWorths(
        others: others, of: answer.structures, ledger,
        isRanged: others != .withholding)
    }
    answer.value = AllianceValue(
      ledger, answer.worths.first { $0.others == settings.others },
      settings: settings, answer.game)
    answer.support = AllianceSupport(ledger, in: answer.game, budget: budget)
    guard judgesPartitions else { return }
    let partitions = AlliancePartitions(answer.structures, ledger)
    answer.partitions = AlliancePartitions.rules.map {
      ($0, partitions.stable(by: $0))
    }
    answer.partitionCount = partitions.all.count
    answer.mergers = partitions.mergers()
  }

  /// The structure under each kind.
  private func kinds(
    _ game: any ScenarioGame, _ monitor: Monitor
  ) -> [(kind: AllianceKind, model: AllianceModel, outcome: AllianceOutcome)] {
    guard game.playingCluster != nil else { return [] }
    return AllianceKind.allCases.compactMap { kind in
      guard !Cancellation.isRequested else { return nil }
      let model = AllianceModel(
        game, terms: kind.terms, partners: settings.partners)
      let outcome = solver(model, monitor)
        .outcome(of: settings.structure, from: [])
      let isKnown = !Cancellation.isRequested || !outcome.equilibria.isEmpty
      return isKnown ? (kind, model, outcome) : nil
    }
  }

  /// What the members of the structure have through each partner.
  private func partnerWorths(
    _ answer: AllianceAnalysis, _ game: any ScenarioGame, _ monitor: Monitor
  ) -> [Double?] {
    let members = settings.structure.flatMap { $0 }
    func total(_ outcome: AllianceOutcome?) -> Double? {
      outcome?.selected.map { one in
        members.reduce(0) { $0 + one.payoffs[$1] }
      }
    }
    let with = total(answer.structures.outcome(of: structureKey))
    return settings.partners.indices.map { place in
      var others = settings.partners
      others.remove(at: place)
      let model = AllianceModel(game, terms: settings.terms, partners: others)
      let without = total(
        solver(model, monitor).outcome(of: settings.structure, from: []))
      guard let with, let without else { return nil }
      return with - without
    }
  }
}

extension Scenario {
  /// Which alliances form, as the section `alliances` says.
  ///
  /// - Parameter monitor: Hears how far the study is.
  /// - Returns: The answer, as far as it is known.
  /// - Throws: `ScenarioError` if the cluster is not admissible, or if there
  ///   are too many candidates.
  public func alliances(
    monitor: Monitor = .unattended
  ) throws(ScenarioError) -> AllianceAnalysis {
    try AllianceStudy(allianceSettings()).analyze(game(), monitor: monitor)
  }

  /// What the section `alliances` says, or its defaults.
  ///
  /// - Throws: `ScenarioError` if firms share with each partner apart, which
  ///   alliances do not know, if there are duties of firms that share all or
  ///   nothing or choose imprecisely, or if the cluster is not admissible.
  public func allianceSettings() throws(ScenarioError) -> AllianceSettings {
    let game = try game()
    if case .cluster = subject, game.playingCluster == nil {
      throw ScenarioError(
        at: "model.sharing", "alliances are of firms that share with all alike")
    }
    guard let section = section(AllianceSection.self) else {
      return AllianceSettings(playerCount: game.playerCount)
    }
    if case .cluster(let cluster) = subject, cluster.isVariant,
      section.settings.terms.duty.isSome
    {
      throw ScenarioError(
        at: "alliances.terms.duty",
        "is a floor of sharing levels, which model.choice: all and model.noise "
          + "do not take")
    }
    return section.settings
  }
}
