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
    try Self.checkTime("--time-limit", timeLimit)
  }

  /// Throws unless a number of seconds is above 0 and no longer than a clock
  /// can count.
  static func checkTime(_ option: String, _ seconds: Double?) throws {
    guard let seconds else { return }
    if !(seconds > 0) { throw ValidationError("\(option) is not above 0.") }
    if seconds > mostSeconds {
      throw ValidationError("\(option) is above 1e9 seconds, some 30 years.")
    }
  }

  private static let mostSeconds = 1e9
}
