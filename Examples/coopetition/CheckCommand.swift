import ArgumentParser
import Coopetition

/// Validates a scenario.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a scenario without solving it.",
    discussion: """
      Says what the scenario describes, or names the file and the place of the \
      first mistake with exit status 1.

        coopetition check sematech-1991.yaml
        coopetition check two-firms.yaml three-firms.yaml
      """)

  @OptionGroup var input: ScenarioFiles

  func run() throws {
    for file in input.files {
      let summary = try input.references.reading(file) {
        try ScenarioSummary($0)
      }
      Output.write("\(file): \(summary.title)\n")
      for line in summary.remarks {
        Output.write("  \(DisplayText.escaped(line))\n")
      }
    }
  }
}
