import ArgumentParser
import Coopetition

/// Says what state a cluster is in, and what its figures say.
struct DiagnoseCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Tell state, path, mode of growth and phase of life.",
    discussion: """
      Is sharing low because firms cannot agree (a trap) or because each \
      loses by it (a dilemma)? Which of five innovation paths is the cluster \
      nearest to? Where did growth come from, and how old is the cluster? \
      Every label comes with its number, the next label and the margin. The \
      key diagnosis gives yearly figures and judgements, uncertain what is \
      not known; a file needs neither firms nor a game.

        coopetition diagnose sematech-1991.yaml
        coopetition diagnose solow-1957.yaml --json
      """)

  @OptionGroup var input: ScenarioFiles

  @Option(help: "How many samples tell the risk of uncertain numbers.")
  var samples = 512

  @Option(help: "The seed of the samples.")
  var seed: UInt64 = 1

  @OptionGroup var search: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try checkCount("--samples", samples)
  }

  func report(on scenario: Scenario, _ monitor: Monitor) throws -> Report {
    guard output.plot == nil || scenario.hasPictureOfDiagnosis else {
      throw ValidationError(
        "--plot: diagnose draws the state of a game, and yearly figures; the "
          + "file has neither.")
    }
    let dimension =
      try scenario.hasGame
      ? scenario.game().strategies.dimension : 0
    let method = Diagnosis.Method(
      search: try search.search(dimension: dimension, monitor),
      samples: samples, seed: seed, monitor: monitor)
    return try scenario.diagnose(using: method).report
  }
}
