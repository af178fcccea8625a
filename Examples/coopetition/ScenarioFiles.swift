import ArgumentParser
import Coopetition

/// Throws for standard input, where an answer names the files that it is about.
func checkNamed(_ file: String) throws {
  guard file != "-" else {
    throw ValidationError("standard input has no name; give a file.")
  }
}

/// Which files scenarios may name.
struct ReferenceOptions: ParsableArguments {
  @Flag(
    help: "Read only files in the folder of the scenario and below it.")
  var confined = false

  /// Reads a file, or standard input for `-`.
  func scenarioFile(_ file: String) throws(ScenarioError) -> ScenarioFile {
    let reach = confined ? FileReach.folder : .anywhere
    return try file == "-"
      ? .standardInput(reach: reach) : ScenarioFile(path: file, reach: reach)
  }

  /// Reads a scenario and works on it; what is wrong goes to standard error,
  /// with exit status 1 and the name of the file.
  func reading<Result>(
    _ file: String, _ body: (Scenario) throws -> Result
  ) throws -> Result {
    try naming(file) { try body(scenario(in: scenarioFile(file))) }
  }
}

/// The scenarios of a command.
struct ScenarioFiles: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The scenario files; - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @OptionGroup var references: ReferenceOptions
}
