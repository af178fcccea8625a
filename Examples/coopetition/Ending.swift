import ArgumentParser
import Coopetition

/// How a call of the command ends: what is said where, and the exit status.
enum Ending {
  /// Ends the process.
  ///
  /// - Parameters:
  ///   - error: Why the call ends; nil after an answer.
  ///   - command: The command that was called, if that is known.
  static func exit(
    _ error: (any Error)? = nil, of command: (any ParsableCommand.Type)? = nil
  ) -> Never {
    var status = error.map { say($0, of: command) } ?? .success
    if !Output.isDelivered {
      status = Output.failure("standard output cannot be written")
    }
    CoopetitionCommand.exit(withError: status)
  }

  /// Says what an error means: help on standard output, all else on standard
  /// error.
  ///
  /// - Returns: The exit status.
  private static func say(
    _ error: any Error, of command: (any ParsableCommand.Type)?
  ) -> ExitCode {
    let status = CoopetitionCommand.exitCode(for: error)
    guard status != .success else {
      Output.write(CoopetitionCommand.fullMessage(for: error) + "\n")
      return status
    }
    let message =
      if let wrong = error as? ValidationError, let command {
        "Error: \(wrong.message)\n\(usage(of: command))"
      } else {
        CoopetitionCommand.fullMessage(for: error)
      }
    if !message.isEmpty { Output.complain(message + "\n") }
    return status
  }

  /// How a command is called, and where more is said of it.
  private static func usage(of command: any ParsableCommand.Type) -> String {
    let name = command.configuration.commandName.map { " \($0)" } ?? ""
    let usage = CoopetitionCommand.usageString(for: command)
      .split(separator: "\n").joined(separator: "\n       ")
    return "Usage: \(usage)\n"
      + "  See 'coopetition\(name) --help' for more information."
  }
}
