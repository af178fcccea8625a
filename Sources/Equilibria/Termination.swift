/// Why a solver stopped. It says nothing about what is proven.
public enum Termination: String, Sendable, Equatable {
  /// The residual fell to the tolerance.
  case converged
  /// The residual no longer falls, though it is above the tolerance.
  case stalled
  /// The limit on iterations was reached.
  case iterationLimit
  /// The caller asked to stop.
  case cancelled
  /// A number that is not finite came up.
  case notFinite
}
