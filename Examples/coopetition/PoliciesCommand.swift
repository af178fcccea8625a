import ArgumentParser
import Coopetition

/// Compares responses to the failures of an innovation system.
struct PoliciesCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies",
    abstract: "Compare policies against the failures of a cluster.",
    discussion: """
      What a step of each lever does to the worst and to the best equilibrium, \
      and from which intensity on it ends the trap of a bad one: rules, \
      information, network, knowledge, demand, environment and royalty.

        coopetition policies three-firms.yaml --step 0.1
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "The intensity of every lever, from 0 to 1.")
  var step: Double?

  @Option(help: "What every lever may cost, in place of a common step.")
  var money: Double?

  @OptionGroup var commitment: CommitmentSearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let step, !(0...1).contains(step) {
      throw ValidationError("--step is \(step); it must be from 0 to 1.")
    }
    if let money, !(money >= 0) {
      throw ValidationError("--money is \(money); it must be 0 or more.")
    }
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    try scenario.policies(
      step: step, money: money, commitment.options(for: scenario, monitor)
    ).report
  }
}
