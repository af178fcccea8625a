import Synchronization

/// A tape that is made when it is asked for the first time, by any thread.
final class LazyTape: Sendable {
  private let tape = AtomicLazyReference<FormulaTape>()

  /// The tape; several threads may make it at once, and all get the same one.
  func get(_ make: () -> FormulaTape) -> FormulaTape {
    tape.load() ?? tape.storeIfNil(make())
  }

  /// As many tapes as there are things to ask about.
  static func list(_ count: Int) -> [LazyTape] {
    (0..<count).map { _ in LazyTape() }
  }
}
