import Games

/// The answer of an ``AllianceStudy``.
public struct AllianceAnalysis: Sendable {
  /// The game with nobody allied.
  public let game: any ScenarioGame
  /// What was asked.
  public let settings: AllianceSettings
  /// The terms, with what partners bring.
  public let terms: AllianceTerms
  /// The names of the candidates.
  public let candidateNames: [String]
  let structures: AllianceStructures
  /// The structure of the settings, by candidates.
  let structure: AllianceStructures.Key
  var ledger: AllianceLedger?
  var worths: [AllianceWorths] = []
  var support: AllianceSupport?
  /// What follows from the worths; nil if they were not asked for, or if one
  /// is not known.
  public internal(set) var value: AllianceValue?
  var partitions:
    [(rule: AllianceSettings.Division, stable: AlliancePartitions.Stable)] = []
  var partitionCount = 0
  var mergers: AlliancePartitions.Mergers?
  /// What the structure comes to under each kind, with the games of its terms.
  var kinds:
    [(kind: AllianceKind, model: AllianceModel, outcome: AllianceOutcome)] = []
  /// What the members of the structure have through each partner.
  var partners: [Double?] = []
  /// Whether the study was stopped before its end.
  public internal(set) var isStopped = false
  /// How long it took.
  public internal(set) var seconds = 0.0

  init(
    game: any ScenarioGame, settings: AllianceSettings, terms: AllianceTerms,
    structures: AllianceStructures, structure: AllianceStructures.Key
  ) {
    let names = game.playerNames
    candidateNames = settings.candidates.map { names[$0] }
    self.game = game
    self.settings = settings
    self.terms = terms
    self.structures = structures
    self.structure = structure
  }

  /// What happens with nobody allied; nil if the study was stopped before.
  public var nobody: AllianceOutcome? { structures.outcome(of: []) }

  /// What happens with the structure of the settings; likewise.
  public var judged: AllianceOutcome? { structures.outcome(of: structure) }

  /// What happens if some candidates are allied; nil if it was not asked.
  ///
  /// - Parameter coalition: Candidates, in the order of the settings.
  /// - Returns: The outcome.
  public func outcome(of coalition: Coalition) -> AllianceOutcome? {
    structures.outcome(of: [coalition])
  }

  /// The alliances that nobody leaves and nobody joins, proven or in numbers.
  ///
  /// - Parameter rule: How they divide what they earn.
  /// - Returns: Coalitions of candidates; none if it was not asked.
  public func stable(
    under rule: AllianceSettings.Division
  ) -> [Coalition] {
    guard let ledger, ledger.rules.contains(rule) else { return [] }
    return ledger.outcomes.indices.map { Coalition(bits: $0) }.filter {
      guard $0.count > 1 else { return false }
      let stability = ledger.stability(of: $0, by: rule)
      return stability.isInternal == true && stability.isExternal == true
    }
  }

  /// What is known of one alliance, others apart.
  struct SolvedAlliance {
    /// The candidates who are allied; nobody if it is empty.
    var members: Coalition
    /// What they earn together; nil for nobody, or without an equilibrium.
    var worth: Double?
    /// What all earn together, less subsidies.
    var welfare: Double?
    /// Whether all of this is proven.
    var isProven: Bool
  }

  /// The alliances of which something is known at a stop, smaller ones first;
  /// none of a study that came to its end, whose ledger tells more.
  var solvedAlliances: [SolvedAlliance] {
    guard isStopped else { return [] }
    return structures.outcomes.filter {
      // Those in flight at the stop may have no equilibrium yet.
      $0.key.count <= 1 && ($0.value.selected != nil || $0.value.isProven)
    }.map {
      key, outcome in
      let payoffs = outcome.selected?.payoffs
      return SolvedAlliance(
        members: key.first ?? .empty,
        worth: key.isEmpty
          ? nil
          : payoffs.map { payoffs in
            outcome.blocks.joined().reduce(0) { $0 + payoffs[$1] }
          },
        welfare: outcome.selected?.welfare, isProven: outcome.isProven)
    }.sorted {
      ($0.members.count, $0.members.bits) < ($1.members.count, $1.members.bits)
    }
  }

  /// Whether every structure that was solved is proven.
  public var isProven: Bool {
    structures.outcomes.values.allSatisfy(\.isProven)
  }

  /// The structures that results list.
  var listed: [AllianceOutcome] {
    let lists =
      settings.candidates.count <= AllianceStudy.listLimit
    let keys = structures.outcomes.keys.filter { key in
      key.isEmpty || key == structure || lists && key.count == 1
        || (structures.outcome(of: key)?.equilibria.count ?? 0) > 1
    }.sorted {
      $0.map(\.bits).lexicographicallyPrecedes($1.map(\.bits))
    }
    return keys.compactMap { structures.outcome(of: $0) }
  }
}
