/// How the bounds of a game's variables move with the parameters of a family:
/// linearly.
package struct MovingBounds: Sendable, Equatable {
  /// The derivative of each variable's lower bound in each parameter.
  package let lower: [[Double]]
  /// The derivative of each variable's upper bound in each parameter.
  package let upper: [[Double]]

  /// Bounds with their derivatives, one list of numbers for each variable.
  ///
  /// - Precondition: Both are lists for the same variables.
  package init(lower: [[Double]], upper: [[Double]]) {
    precondition(lower.count == upper.count, "the same variables are needed")
    self.lower = lower
    self.upper = upper
  }

  /// Whether a bound moves at all.
  package var isMoving: Bool {
    (lower + upper).contains { $0.contains { $0 != 0 } }
  }
}
