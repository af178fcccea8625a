import ArgumentParser
import Coopetition

/// Finds the best setting of rates, prices, shares or duties.
struct DesignCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Find the best rates, prices, shares or duties.",
    discussion: """
      The section design of the scenario says what may be set and what is \
      wanted. A setting is judged by every equilibrium that follows: by the \
      worst of them, unless --select says otherwise. With "contract: bonus" \
      the cheapest bonuses are found that make a target the only outcome.

        coopetition design consortium.yaml
        coopetition design consortium.yaml --select best --gap 0.01
      """)

  @OptionGroup var input: ScenarioFiles

  @Flag(
    help: "Also find what a target costs in the best and in every equilibrium.")
  var robustness = false

  @OptionGroup var commitment: CommitmentSearchOptions
  @OptionGroup var output: OutputOptions

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    if scenario.asksForBonuses { return try scenario.bonuses().report }
    return try scenario.design(
      commitment.options(for: scenario, monitor),
      withRobustness: robustness
    ).report
  }
}
