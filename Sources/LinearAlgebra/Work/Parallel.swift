import Dispatch
import Synchronization

/// Loops whose passes run side by side and stop with their caller.
package enum Parallel {
  /// Runs the passes 0 to `count` − 1 of a loop side by side.
  ///
  /// - Parameters:
  ///   - count: How many passes there are.
  ///   - body: A pass; it sees the ``Cancellation`` of the caller.
  package static func forEach(_ count: Int, _ body: (Int) -> Void) {
    Cancellation.handingOn { adopt in
      // Passes share nothing but what `body` itself guards.
      nonisolated(unsafe) let (adopt, body) = (adopt, body)
      DispatchQueue.concurrentPerform(iterations: count) { k in
        adopt { body(k) }
      }
    }
  }

  /// The values of the passes 0 to `count` − 1, in this order.
  ///
  /// - Parameters:
  ///   - count: How many passes there are.
  ///   - body: A pass.
  /// - Returns: What each pass returned.
  package static func map<Value: Sendable>(
    _ count: Int, _ body: (Int) -> Value
  ) -> [Value] {
    let values = Mutex([Value?](repeating: nil, count: count))
    forEach(count) { k in
      let value = body(k)
      values.withLock { $0[k] = value }
    }
    return values.withLock { $0.compactMap(\.self) }
  }
}
