import ArgumentParser
import Coopetition

/// Ranks the numbers of a scenario by their effect on welfare.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Rank the numbers of a scenario by their effect on welfare.",
    discussion: """
      For every equilibrium, the derivative of welfare in each number, by \
      implicit differentiation, and the elasticity: the change of welfare in \
      percent for one percent more of the number. CSV and JSON also have the \
      derivatives of every level and payoff.

        coopetition sensitivity sematech-1991.yaml
        coopetition sensitivity sematech-1991.yaml --csv
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Option(help: "How many numbers are shown for each equilibrium.")
  var rows = 20

  @OptionGroup var table: TableOptions

  @OptionGroup var options: SearchOptions

  func validate() throws {
    guard rows >= 1 else {
      throw ValidationError("--rows is \(rows); it must be at least 1.")
    }
  }

  func run() throws {
    let scenario = try reading { () throws(ScenarioError) in
      try Scenario(path: file)
    }
    let game = try reading(file) { () throws(ScenarioError) in
      try scenario.game()
    }
    let search = try options.search(dimension: game.strategies.dimension)
    let result = try reading { () throws(ScenarioError) in
      try scenario.sensitivity(using: search)
    }
    print(
      table.csv
        ? result.csv
        : table.json ? result.json.description : result.text(rows: rows)
    )
  }
}
