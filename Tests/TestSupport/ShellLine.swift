import Foundation

/// A line for a shell that finds the programs of this package.
public struct ShellLine: Sendable {
  private let line: String
  private let products: String

  /// A line, or several.
  ///
  /// - Parameters:
  ///   - line: What is typed.
  ///   - bundle: The resources of the test target; the programs lie beside it.
  public init(_ line: String, beside bundle: Bundle) {
    self.line = line
    products = bundle.bundleURL.deletingLastPathComponent().path
  }

  /// Runs the line to its end.
  ///
  /// - Parameter directory: The working directory.
  /// - Throws: An error if there is no shell.
  /// - Returns: The exit status and the texts written.
  public func run(in directory: String) throws -> BuiltExecutable.Outcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "PATH=\"$0:$1\"; export PATH; \(line)"]
    process.arguments?.append(contentsOf: [products, path])
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    return try BuiltExecutable.outcome(of: process)
  }
}
