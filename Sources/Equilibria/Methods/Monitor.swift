import LinearAlgebra

/// Hears how far a long computation is and says whether it goes on.
///
/// Every search asks it before each round of work; when it says no, what is
/// known so far is returned. The one that is used by default says no when the
/// current task was cancelled:
///
/// ```swift
/// let monitor = Monitor { event in
///   print(event.phase, event.done)
///   return !Cancellation.isRequested
/// }
/// ```
///
/// It may be called from several threads at once.
public struct Monitor: Sendable {
  /// How far a computation is.
  public struct Event: Sendable {
    /// What is counted, such as `boxes examined`.
    public var phase: String
    /// How many are done.
    public var done: Int
    /// How many there are; nil if that is not known.
    public var total: Int?

    /// How far a computation is.
    public init(phase: String, done: Int, total: Int? = nil) {
      self.phase = phase
      self.done = done
      self.total = total
    }
  }

  private let hear: @Sendable (Event) -> Bool

  /// A monitor that calls a function at each event.
  ///
  /// - Parameter hear: Returns whether to go on.
  public init(_ hear: @escaping @Sendable (Event) -> Bool) { self.hear = hear }

  /// Shows nothing, and goes on until the current task is cancelled.
  public static let unattended = Monitor { _ in !Cancellation.isRequested }

  /// This monitor, which says no from some moment on; never for nil.
  public func until(_ end: ContinuousClock.Instant?) -> Monitor {
    guard let end else { return self }
    return Monitor { [hear] in hear($0) && ContinuousClock.now < end }
  }

  /// Tells how far the computation is.
  ///
  /// - Parameters:
  ///   - phase: What is counted.
  ///   - done: How many are done.
  ///   - total: How many there are; nil if that is not known.
  /// - Returns: Whether to go on.
  public func continues(
    _ phase: String, done: Int, of total: Int? = nil
  ) -> Bool {
    hear(Event(phase: phase, done: done, total: total))
  }
}
