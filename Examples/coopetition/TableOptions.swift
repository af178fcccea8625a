import ArgumentParser

/// How a table is printed.
struct TableOptions: ParsableArguments {
  @Flag(help: "Print comma-separated values instead of tables.")
  var csv = false

  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

  func validate() throws {
    guard !(csv && json) else {
      throw ValidationError("--csv and --json exclude each other.")
    }
  }
}
