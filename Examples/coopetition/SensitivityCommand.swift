import ArgumentParser
import Coopetition

/// Ranks the numbers of a scenario by their effect on welfare.
struct SensitivityCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Rank numbers by their effect on welfare.",
    discussion: """
      For every equilibrium, the derivative of welfare in each number, by \
      implicit differentiation, and the elasticity: the change of welfare in \
      percent for one percent more of the number. CSV and JSON also have the \
      derivatives of every level and payoff.

        coopetition sensitivity sematech-1991.yaml
        coopetition sensitivity sematech-1991.yaml --csv
        coopetition sensitivity sematech-1991.yaml --plot bars.svg
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "How many numbers are shown for each equilibrium.")
  var rows = 20

  @Flag(help: "Take the game between the alliances of the scenario.")
  var allied = false

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--rows", rows)
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    let report = try scenario.sensitivity(
      using: search.search(for: scenario, monitor), isAllied: allied
    ).report(rows: rows)
    return try scenario.announcingAlliances(in: report, where: allied)
  }
}
