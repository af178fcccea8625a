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
      """)

  @Argument(help: "The scenario file.", completion: .file())
  var file: String

  func run() throws {
    let game = try readGame(file)
    let count = game.playerCount
    print(
      "\(file): \(game.name), \(count) \(game.playerNoun)"
        + (count == 1 ? "" : "s"))
  }
}
