import ArgumentParser

/// How long a command may take, and whether it shows how far it is.
struct WaitingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Stop after so many seconds and print what is known.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Flag(help: "Show progress even where there is no terminal.")
  var progress = false

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError("--time-limit is not above 0.")
    }
  }
}
