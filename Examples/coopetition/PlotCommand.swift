import ArgumentParser
import Coopetition

/// Draws the best responses of two players.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw the best responses of two firms and all equilibria.",
    discussion: """
      Writes a picture in SVG: each firm's best response as a curve, every \
      equilibrium with its stability, and the social optimum. To standard \
      output, or to a file.

        coopetition plot two-firms.yaml --out responses.svg
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var out: String?

  @OptionGroup var options: SearchOptions

  func run() throws {
    let game = try readGame(file)
    let search = try options.search(dimension: game.strategies.dimension)
    let picture = try reading { () throws(ScenarioError) in
      try BestResponsePicture(game.analyze(using: Analyzer(search: search)))
    }
    let text = picture.document.description
    if let out {
      try Output.save(text, to: out)
    } else {
      print(text, terminator: "")
    }
  }
}
