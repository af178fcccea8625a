import ArgumentParser
import Coopetition

/// The scenarios of a command.
struct ScenarioFiles: ParsableArguments {
  @Argument(
    help: "The scenario files; - for standard input.", completion: .file())
  var files: [String]
}
