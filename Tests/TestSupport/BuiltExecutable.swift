import Foundation

/// A program of this package, built beside the tests.
public struct BuiltExecutable: Sendable {
  private let location: URL

  /// The program with a product's name.
  ///
  /// - Parameters:
  ///   - name: The product's name.
  ///   - bundle: The resources of the test target, which lie beside it.
  public init(_ name: String, beside bundle: Bundle) {
    location = bundle.bundleURL.deletingLastPathComponent()
      .appendingPathComponent(name)
  }

  /// What a run of a program left behind.
  public struct Outcome: Sendable, Equatable {
    /// The exit status; 128 and the number of a signal that ended it.
    public var status: Int32
    /// What was written to standard output.
    public var output: String
    /// What was written to standard error.
    public var error: String

    /// What a run is expected to leave behind.
    public init(status: Int32, output: String, error: String) {
      self.status = status
      self.output = output
      self.error = error
    }
  }

  /// Starts the program; what it writes goes nowhere.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - directory: The working directory.
  /// - Throws: An error if the program cannot be started.
  /// - Returns: The process, which may be killed at any moment.
  public func start(
    _ arguments: [String], in directory: String
  ) throws -> Process {
    let process = Process()
    process.executableURL = location
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - directory: The working directory.
  ///   - memoryLimit: The most address space that it may take, in MiB.
  ///   - output: A file to write standard output to.
  /// - Throws: An error if the program cannot be started.
  /// - Returns: The exit status and the texts written.
  public func run(
    _ arguments: [String], in directory: String, memoryLimit: Int? = nil,
    output: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let limit = memoryLimit.map { "ulimit -v \($0 * 1024) && " } ?? ""
    process.arguments =
      ["-c", "\(limit)exec \"$0\" \"$@\"", location.path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    return try Self.outcome(of: process, output: output)
  }

  /// Runs a process to its end.
  static func outcome(
    of process: Process, output: String? = nil
  ) throws -> Outcome {
    let folder = try TemporaryFolder(["out": "", "err": ""])
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(
      forWritingAtPath: output ?? folder.path("out"))
    process.standardError = FileHandle(forWritingAtPath: folder.path("err"))
    try process.run()
    process.waitUntilExit()
    let isEnded = process.terminationReason == .exit
    return Outcome(
      status: process.terminationStatus + (isEnded ? 0 : 128),
      output: try folder.text("out"), error: try folder.text("err"))
  }
}

extension TemporaryFolder {
  /// The text of a file in the folder.
  public func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
