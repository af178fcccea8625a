import Synchronization

/// A statement about a value that does not change: once it is proven, for every
/// copy of the value and on every thread, it is not proven again.
final class LastingProof: Sendable {
  private let isKnown = Atomic(false)

  /// Whether the statement is proven.
  ///
  /// - Parameter prove: Tries to prove it; false says nothing, and it is tried
  ///   again.
  /// - Returns: Whether it is proven.
  func holds(_ prove: () -> Bool) -> Bool {
    if isKnown.load(ordering: .relaxed) { return true }
    let isProven = prove()
    if isProven { isKnown.store(true, ordering: .relaxed) }
    return isProven
  }
}
