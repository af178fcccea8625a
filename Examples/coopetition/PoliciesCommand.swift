import ArgumentParser
import Coopetition

/// Compares responses to the failures of an innovation system.
struct PoliciesCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies",
    abstract: "Compare levers against the failures of a cluster.",
    discussion: """
      What a step of each lever does to the worst and to the best equilibrium, \
      and from which intensity on it ends the trap of a bad one: rules, \
      information, network, knowledge, demand, environment and royalty.

      Several scenarios are put side by side: what each lever is worth in each. \
      With --money the same amount is also paid as one subsidy rate to all, and \
      as a grant to the alliance of the key alliances.

        coopetition policies sematech-1991.yaml --step 0.1
        coopetition policies two-firms.yaml --money 0.5
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "The intensity of every lever, from 0 to 1.")
  var step: Double?

  @Option(help: "What every lever, a subsidy and an alliance may cost.")
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
    try policies(on: scenario, monitor).report
  }

  func reports(
    on files: [String], _ monitor: Monitor
  ) throws -> (each: [Report], together: Report?) {
    let answers = try files.map { file in
      try input.references.reading(file) { try policies(on: $0, monitor) }
    }
    return (answers.map(\.report), PolicyMatrix(answers)?.report)
  }

  private func policies(
    on scenario: Scenario, _ monitor: Monitor
  ) throws -> Policies {
    try scenario.policies(
      step: step, money: money, commitment.options(for: scenario, monitor))
  }
}
