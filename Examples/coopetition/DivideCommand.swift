import ArgumentParser
import Coopetition

/// Says who should collect and process which information.
struct DivideCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "divide",
    abstract: "Divide the collection and processing of information.",
    discussion: """
      Which firm should collect which of the topics under the key division, \
      and who should do the work? Prints the best division with a proven gap, \
      every pure equilibrium of firms that decide alone, the price of an hour \
      of work, and the bounties that make the best division one of them. \
      Ctrl-C prints what is known so far.

        coopetition divide consortium.yaml
        coopetition divide consortium.yaml --levels best --json
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(
    help: ArgumentHelp(
      """
      The sharing levels at which topics pass on: worst, best, optimum, a \
      number, or one for each firm.
      """, valueName: "levels"))
  var levels: String?

  @Option(
    help: ArgumentHelp(
      "How many prices of topics and nodes may be computed.",
      valueName: "nodes"))
  var effort = 1_000_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--effort", effort, to: .max)
    _ = try choice()
  }

  /// What `--levels` says, if it is given: a word, or a number for all firms
  /// or one for each.
  private func choice() throws -> SharingLevels? {
    guard let levels else { return nil }
    if let named = SharingLevels(named: levels) { return named }
    guard levels.contains(",") || Double(levels) != nil else {
      throw unknownWord(
        levels, of: "--levels", among: ["worst", "best", "optimum"])
    }
    return .given(try OptionList.shares(of: levels, "--levels"))
  }

  /// The levels for a number of firms.
  private func levels(firms: Int) throws -> SharingLevels? {
    let choice = try choice()
    guard case .given(let levels) = choice else { return choice }
    try OptionList.checkLevels(levels, "--levels", count: firms)
    return .given(
      levels.count == 1
        ? Array(repeating: levels[0], count: firms) : levels)
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let method = CollectionDivision.Method(
      effort: effort, levels: try levels(firms: scenario.firmCount),
      monitor: monitor)
    return try scenario.divide(using: method).report
  }
}
