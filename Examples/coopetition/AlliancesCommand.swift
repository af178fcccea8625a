import ArgumentParser
import Coopetition

/// Judges which alliances form, what they earn and for whom.
struct AlliancesCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "alliances",
    abstract: "Find who allies, who leaves, and how to divide.",
    discussion: """
      Solves the game between alliances for every alliance of up to 16 \
      candidates, as the key alliances of the scenario says; without the key \
      every firm may ally in one research alliance. A file with the key worths \
      gives what coalitions are worth itself.

        coopetition alliances consortium.yaml
        coopetition alliances consortium.yaml --kinds
        coopetition alliances consortium.yaml --structure Leader+Rival
        coopetition alliances four-worths.yaml --division own
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      """
      Solve these alliances only, such as A+B,C+D, firms[0]+firms[2] or a tier; \
      a name with a comma or a plus stands in double quotes.
      """, valueName: "alliances"))
  var structure: String?

  @Flag(help: "Solve the alliances under each of the six kinds.")
  var kinds = false

  @Flag(help: "Judge every structure of several alliances, up to 10 firms.")
  var structures = false

  @Option(
    help: ArgumentHelp(
      "What the others do: alone, together or withholding; a list is solved "
        + "besides.", valueName: "words"))
  var others: String?

  @Option(
    help: ArgumentHelp(
      "Which equilibrium counts: worst, best, highest or lowest.",
      valueName: "word"))
  var select: AllianceSettings.Selection?

  @Option(
    help: ArgumentHelp(
      "The division: own, equal, knowledge, contribution or outside.",
      valueName: "rule"))
  var division: AllianceSettings.Division?

  @Option(
    help: ArgumentHelp(
      "What a sponsor may spend to hold an alliance together.",
      valueName: "money"))
  var budget: Double?

  @Flag(help: "Look for equilibria without proof.")
  var noProof = false

  @Option(
    help: ArgumentHelp(
      "How many boxes may be examined for one structure.",
      valueName: "boxes"))
  var effort = 20_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--effort", effort, to: .max)
    if let budget, !(budget >= 0 && budget.isFinite) {
      throw ValidationError("--budget must be 0 or more.")
    }
    _ = try otherWords()
  }

  /// The words of `--others`.
  private func otherWords() throws -> [AllianceSettings.Others] {
    guard let others else { return [] }
    return try OptionList.words(
      of: others, "--others",
      among: AllianceSettings.Others.allCases.map(\.rawValue),
      AllianceSettings.Others.init(rawValue:))
  }

  func report(on file: ScenarioFile, _ monitor: Monitor) throws -> Report {
    file.kind == .worths
      ? try WorthTable(file).report
      : try report(on: scenario(in: file), monitor)
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    var study = AllianceStudy(try scenario.allianceSettings())
    let words = try otherWords()
    if let first = words.first { study.settings.others = first }
    study.moreOthers = words
    if let select { study.settings.selection = select }
    if let division { study.settings.division = division }
    if let structure {
      study.settings.structure = try scenario.alliances(named: structure)
    }
    study.isStructureOnly =
      structure != nil
      || study.settings.hasStructure
        && study.settings.candidates.count > AllianceStudy.candidateLimit
    study.judgesPartitions = structures
    study.comparesKinds = kinds
    study.budget = budget
    study.provesAll = !noProof
    study.boxLimit = effort
    return try study.analyze(scenario.game(), monitor: monitor).report
  }
}

extension AllianceSettings.Selection: ExpressibleByArgument {}
extension AllianceSettings.Division: ExpressibleByArgument {}
