import Dispatch
import Synchronization

/// The passes of a loop, which threads take from it one after the other.
final class PassBoard<Value: Sendable>: Sendable {
  private struct State {
    var taken = 0
    var finished = 0
    var values: [Value?]
  }

  private let count: Int
  private let body: @Sendable (Int) -> Value
  private let state: Mutex<State>
  private let end = DispatchSemaphore(value: 0)

  /// The passes 0 to `count` − 1.
  ///
  /// - Precondition: `count` is positive.
  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) {
    precondition(count > 0, "there must be a pass")
    self.count = count
    self.body = body
    state = Mutex(State(values: Array(repeating: nil, count: count)))
  }

  /// Runs passes until all are taken.
  func work() {
    while let pass = next() {
      let value = body(pass)
      let isLast = state.withLock {
        $0.values[pass] = value
        $0.finished += 1
        return $0.finished == count
      }
      if isLast { end.signal() }
    }
  }

  /// Waits for the passes that others have taken.
  func values() -> [Value] {
    end.wait()
    return state.withLock { $0.values.compactMap(\.self) }
  }

  private func next() -> Int? {
    state.withLock {
      guard $0.taken < count else { return nil }
      $0.taken += 1
      return $0.taken - 1
    }
  }
}
