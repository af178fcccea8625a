import ArgumentParser
import Coopetition

/// Lets firms move first.
struct LeadCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead",
    abstract: "Find what each firm would do by moving first.",
    discussion: """
      A leader commits to its level; the others then play. Its best move is \
      found for the worst and for the best equilibrium that may follow.

        coopetition lead three-firms.yaml --leader Alpha
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "A firm or player that moves first; by default each of them.")
  var leader: [String] = []

  @OptionGroup var commitment: CommitmentSearchOptions
  @OptionGroup var output: OutputOptions

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    try scenario.lead(leader, commitment.options(for: scenario, monitor))
      .report
  }
}
