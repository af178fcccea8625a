import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C and SIGTERM stop a search, which then returns what is known so far;
/// a second one ends the process.
enum Interruption {
  private static let requested = Atomic(false)

  /// Whether the work is to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Listens for Ctrl-C and SIGTERM from now on, also if whoever started the
  /// process blocks them.
  static func listen() {
    var signals = sigset_t()
    sigemptyset(&signals)
    defer { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    for number in [SIGINT, SIGTERM] {
      sigaddset(&signals, number)
      signal(number) { number in
        if Interruption.requested.exchange(true, ordering: .relaxed) {
          _exit(128 + number)
        }
      }
    }
  }
}
