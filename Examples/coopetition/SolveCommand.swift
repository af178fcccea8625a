import ArgumentParser
import Coopetition

/// Finds every equilibrium and the optimum of a scenario.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find every equilibrium and the social optimum of a scenario.",
    discussion: """
      Prints each equilibrium with levels, payoffs, welfare and stability, the \
      social optimum, and the subsidy that makes it an equilibrium. Ctrl-C \
      prints what is known so far.

        coopetition solve sematech-1991.yaml
        coopetition solve sematech-1991.yaml --json
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

  @OptionGroup var options: SearchOptions

  func run() throws {
    let game = try readGame(file)
    let search = try options.search(dimension: game.strategies.dimension)
    let analysis = game.analyze(using: Analyzer(search: search))
    print(json ? analysis.json.description : analysis.text)
  }
}
