import Equilibria

/// Tells how far the reading of a long file is.
package enum ReadingProgress {
  /// Who hears it, boxed as in `Cancellation`.
  private struct Listener: Sendable {
    let monitor: Monitor
  }

  @TaskLocal private static var listener: Listener?

  /// Work during which a monitor hears how far long files are read; whether
  /// reading goes on is `Cancellation`'s to say.
  package static func heard<Result>(
    by monitor: Monitor, _ body: () throws -> Result
  ) rethrows -> Result {
    try $listener.withValue(Listener(monitor: monitor), operation: body)
  }

  /// Tells how much of a file is read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: How many bytes are read.
  ///   - size: How many there are; nil if that is not known.
  static func tell(_ path: String, bytes: Int, of size: Int?) {
    guard let listener else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    _ = listener.monitor.continues(
      "MB of \(DocumentNode.shortened(name)) read", done: bytes / megabyte,
      of: size.map { $0 / megabyte })
  }

  private static let megabyte = 1_000_000
}
