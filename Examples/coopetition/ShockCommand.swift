import ArgumentParser
import Coopetition

/// Shakes the equilibria of a scenario.
struct ShockCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "shock",
    abstract: "Show how far shocks travel and what tips the balance.",
    discussion: """
      For every stable equilibrium: how a small change by each firm is \
      amplified by the responses of all, what random shocks do, and the \
      smallest displacements after which levels do not return.

        coopetition shock three-firms.yaml --select worst --json
        coopetition shock three-firms.yaml --parameter environment
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "Which stable equilibrium: worst, best, highest, lowest, all.")
  var select = "all"

  @Option(help: "The limit on periods.")
  var periods = 1_000

  @Option(
    help: ArgumentHelp(
      "A number whose change may end an equilibrium; may be repeated.",
      valueName: "key"))
  var parameter: [String] = []

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    _ = try choice()
    try checkCount("--periods", periods)
  }

  private func choice() throws -> SharingChoice? {
    if select == "all" { return nil }
    guard let choice = SharingChoice(name: select),
      choice != .optimum, choice != .caps
    else {
      throw unknownWord(
        select, of: "--select",
        among: ["worst", "best", "highest", "lowest", "all"])
    }
    return choice
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    try ShockStudy(
      selection: choice(), periods: periods, parameters: parameter,
      search: search.search(for: scenario, monitor), monitor: monitor
    ).shocks(of: scenario).report
  }
}
