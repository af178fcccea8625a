/// Whether the work that runs now is to stop.
///
/// Long loops at every depth ask ``isRequested`` and return what they know, so
/// that a search ends soon after its task was cancelled, however large the game
/// is; nothing that is claimed rests on what was not done. ``asking(_:_:)`` puts
/// another question in the place of the task's, such as whether time is up:
///
/// ```swift
/// let end = ContinuousClock.now + .seconds(5)
/// let set = Cancellation.asking({ ContinuousClock.now > end }) {
///   BranchAndPrune().equilibria(of: game)
/// }
/// ```
@usableFromInline package enum Cancellation {
  /// A question, boxed: a task-local value that is a function itself crashes
  /// where Swift 6.3 specialises it.
  private struct Question: Sendable {
    let isAnsweredByYes: @Sendable () -> Bool
  }

  /// The question that is asked; nil for the current task's cancellation.
  @TaskLocal private static var question: Question?

  /// Whether the work is to stop: it does not become false again.
  public static var isRequested: Bool {
    question?.isAnsweredByYes() ?? Task.isCancelled
  }

  /// Works as long as a question is answered by no.
  ///
  /// - Parameters:
  ///   - question: Whether to stop; asked often and from several threads, and
  ///     true for good once it is true.
  ///   - body: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public static func asking<Result>(
    _ question: @escaping @Sendable () -> Bool, _ body: () throws -> Result
  ) rethrows -> Result {
    try $question.withValue(
      Question(isAnsweredByYes: question), operation: body)
  }

  /// Work on other threads that asks what the calling thread would ask.
  package static func handingOn<Result>(
    to body: (_ adopt: (() -> Void) -> Void) -> Result
  ) -> Result {
    body(handover)
  }

  /// What lets work on other threads ask what the calling thread would ask, as
  /// long as that waits for it.
  static var handover: @Sendable (_ work: () -> Void) -> Void {
    if let question {
      return { $question.withValue(question, operation: $0) }
    }
    return withUnsafeCurrentTask { task in
      guard let task else { return { $0() } }
      // The task outlives the work, and may be asked on any thread.
      nonisolated(unsafe) let asked = task
      return {
        $question.withValue(
          Question { asked.isCancelled }, operation: $0)
      }
    }
  }
}
