import Foundation
import TestSupport

extension TemporaryFolder {
  /// The most address space, in MiB, that a test gives to the command: the
  /// program with its libraries takes about 350, a bad file nothing to speak
  /// of.
  static let memoryLimit = 700

  /// Runs the command `coopetition` in the folder.
  func coopetition(
    _ arguments: String...
  ) throws -> BuiltExecutable.Outcome {
    try BuiltExecutable("coopetition", beside: .module)
      .run(arguments, in: path, memoryLimit: Self.memoryLimit)
  }
}

/// What the command leaves behind when a file is bad.
func badInput(_ message: String) -> BuiltExecutable.Outcome {
  BuiltExecutable.Outcome(
    status: 1, output: "", error: "coopetition: \(message)\n")
}
