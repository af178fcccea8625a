import ArgumentParser
import Coopetition
import Synchronization

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
  static var isDelivered: Bool {
    fflush(nil) == 0 && !hasFailed.load(ordering: .relaxed)
  }

  private static let hasFailed = Atomic(false)

  /// Writes to standard error.
  static func complain(_ text: String) {
    _ = write(text, to: STDERR_FILENO)
  }

  /// The exit status of an incomplete answer with `--strict`.
  static let incompleteStatus: Int32 = 2

  /// The columns of the terminal that standard output is, or 80.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return Report.standardWidth }
    return Int(size.ws_col)
  }

  /// Prints to standard output; NULs in the text are printed too.
  static func write(_ text: String) {
    if fflush(nil) != 0 || !write(text, to: STDOUT_FILENO) {
      hasFailed.store(true, ordering: .relaxed)
    }
  }

  /// Writes all of a text to a file descriptor; false if that failed.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 {
      SystemFile.write(UnsafeRawBufferPointer($0), to: descriptor)
    }
  }

  /// Says what is wrong and gives the exit status for bad input.
  static func failure(_ message: String) -> ExitCode {
    let lines = message.split(separator: "\n").map {
      DisplayText.escaped(String($0))
    }
    complain("coopetition: \(lines.joined(separator: "\n"))\n")
    return .failure
  }
}
