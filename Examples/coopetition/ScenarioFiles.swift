import ArgumentParser
import Coopetition

/// Throws for standard input, where an answer names the files that it is about.
func checkNamed(_ file: String) throws {
  guard file != "-" else {
    throw ValidationError("standard input has no name; give a file.")
  }
}

/// The scenarios of a command.
struct ScenarioFiles: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The scenario files; - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]
}
