import ArgumentParser
import Coopetition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What commands say and where.
enum Output {
  /// Whether standard error is a terminal that a person looks at.
  static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether all that was printed has reached standard output, which may be
  /// a file on a full disk.
  static var isDelivered: Bool { fflush(nil) == 0 }

  /// Writes to standard error.
  static func complain(_ text: String) {
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  /// Writes a file.
  ///
  /// - Throws: ExitCode.failure after an error message.
  static func save(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else {
      throw failure("\(path): cannot be written")
    }
    let isWritten = text.withCString { fputs($0, file) } >= 0
    guard fclose(file) == 0 && isWritten else {
      throw failure("\(path): cannot be written")
    }
  }

  /// Says what is wrong and gives the exit status for bad input.
  static func failure(_ message: String) -> ExitCode {
    complain("coopetition: \(message)\n")
    return .failure
  }
}

/// Runs what reads a scenario; what is wrong with it goes to standard error,
/// with exit status 1, and names the file unless it names another one.
func reading<Result>(
  _ file: String? = nil, _ body: () throws(ScenarioError) -> Result
) throws -> Result {
  do {
    return try body()
  } catch {
    var named = error
    named.file = error.file ?? file
    throw Output.failure(named.description)
  }
}

/// The game of a scenario file.
func readGame(_ file: String) throws -> any ScenarioGame {
  try reading(file) { () throws(ScenarioError) in
    try Scenario(path: file).game()
  }
}
