import Coopetition
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C stops a search, which then returns what is known so far; a second
/// one ends the process.
enum Interruption {
  private static let requested = Atomic(false)

  /// Whether Ctrl-C was pressed.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Listens for Ctrl-C from now on.
  static func listen() {
    signal(SIGINT) { _ in
      if Interruption.requested.exchange(true, ordering: .relaxed) {
        _exit(130)
      }
    }
  }
}

/// Shows on a terminal how far a long search is.
final class ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let isShown: Bool
  private let last: Mutex<ContinuousClock.Instant>

  /// How long a search runs before anything is shown, and between two lines.
  private static let pause = Duration.milliseconds(500)

  init(isQuiet: Bool) {
    isShown = !isQuiet && Output.hasTerminal
    last = Mutex(start)
  }

  /// Replaces the line if it is time to.
  func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      guard now - last >= Self.pause else { return false }
      last = now
      return true
    }
    if isDue { Output.complain("\r\u{1B}[K\(text())") }
  }

  /// Clears the line.
  func finish() {
    if isShown && ContinuousClock.now - start >= Self.pause {
      Output.complain("\r\u{1B}[K")
    }
  }
}
