import ArgumentParser
import Coopetition

/// The scenarios of a command.
struct ScenarioFiles: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The scenario files; - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]
}
