import ArgumentParser
import Coopetition

/// Draws the best responses of two players.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw the best responses of two firms.",
    discussion: """
      Writes a picture in SVG: each firm's best response as a curve, every \
      equilibrium with its stability, and the social optimum. To standard \
      output, or to a file.

        coopetition plot two-firms.yaml --out responses.svg
        coopetition plot sigmoid.yaml >responses.svg
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var out: String?

  @OptionGroup var search: SearchOptions
  @OptionGroup var references: ReferenceOptions
  @OptionGroup var waiting: WaitingOptions

  func run() throws {
    let page = try out.map { try OutputFile($0, besides: [file]) }
    let progress = ProgressLine(waiting)
    let picture = try progress.watching { monitor in
      try references.reading(file) { scenario in
        let game = try scenario.game()
        let search = try search.search(
          dimension: game.strategies.dimension, monitor)
        return try BestResponsePicture(
          game.analyze(using: Analyzer(search: search)))
      }
    }
    if let page {
      try page.commit(picture.document.description)
    } else {
      Output.write(picture.document.description)
    }
  }
}
