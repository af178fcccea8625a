import Dispatch
import Synchronization

/// Loops whose passes run side by side and stop with their caller.
@usableFromInline
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
  @usableFromInline
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

  /// The values of a few long passes, in order, which threads take over that
  /// have nothing to do, within another loop too.
  ///
  /// A loop within a loop has no threads of its own, whereas here those help
  /// that have run out of passes outside. Nobody waits for a pass that no
  /// thread has begun.
  ///
  /// - Parameters:
  ///   - count: How many passes there are, at least one.
  ///   - body: A pass; it sees the ``Cancellation`` of the caller.
  /// - Returns: What each pass returned.
  package static func assisted<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let board = PassBoard(count, body)
    let adopt = Cancellation.handover
    for _ in 1..<count {
      DispatchQueue.global().async { adopt { board.work() } }
    }
    board.work()
    return board.values()
  }

  /// What a loop of short passes yields block by block, in order; blocks run side
  /// by side if there are several, and are the same for any number of threads.
  ///
  /// - Parameters:
  ///   - count: How many passes there are.
  ///   - body: The passes of a block; it sees the ``Cancellation`` of the
  ///     caller.
  /// - Returns: What each block returned.
  @inlinable
  package static func blocks<Value: Sendable>(
    of count: Int, _ body: (Range<Int>) -> Value
  ) -> [Value] {
    guard count > blockSize else { return [body(0..<count)] }
    return map((count + blockSize - 1) / blockSize) { block in
      let first = block * blockSize
      return body(first..<min(count, first + blockSize))
    }
  }

  /// The values of the short passes 0 to `count` − 1, in this order; the same
  /// for any number of threads.
  ///
  /// - Parameters:
  ///   - count: How many passes there are.
  ///   - unknown: The value of passes that are left out once the work is to
  ///     stop; nil to leave out none.
  ///   - body: A pass.
  /// - Returns: What each pass returned.
  @inlinable
  package static func values<Value>(
    _ count: Int, ifStopped unknown: Value? = nil, _ body: (Int) -> Value
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each block writes places of its own.
      nonisolated(unsafe) let places = buffer
      _ = blocks(of: count) { range in
        if let unknown, Cancellation.isRequested {
          for k in range { places.initializeElement(at: k, to: unknown) }
        } else {
          for k in range { places.initializeElement(at: k, to: body(k)) }
        }
      }
      initialized = count
    }
  }

  /// Replaces the first of some values by those of short passes; the same for
  /// any number of threads, and without allocation if there are few.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - count: How many passes there are.
  ///   - body: A pass, which does not read the values.
  /// - Precondition: There are `count` values or more.
  @inlinable
  package static func fill<Value>(
    _ values: inout [Value], _ count: Int, _ body: (Int) -> Value
  ) {
    precondition(count <= values.count, "a value for each pass")
    values.withUnsafeMutableBufferPointer { buffer in
      guard count > blockSize else {
        for k in 0..<count { buffer[k] = body(k) }
        return
      }
      // Each block writes places of its own.
      nonisolated(unsafe) let places = buffer
      _ = blocks(of: count) { range in
        for k in range { places[k] = body(k) }
      }
    }
  }

  /// How many short passes are one block.
  @usableFromInline package static var blockSize: Int { 1_024 }
}
