/// What an iterative method found for A x = b.
public struct IterativeSolution: Sendable, Equatable {
  /// Why the method stopped.
  public enum Termination: Sendable, Equatable {
    /// The residual meets the tolerance.
    case converged
    /// The iterations ran out.
    case iterationLimit
    /// The method cannot go on: the operator is not of the kind it needs, or
    /// rounding errors keep the residual from falling.
    case breakdown
    /// A number is infinite or not a number.
    case notFinite
  }

  /// The last iterate.
  public let x: [Double]
  /// The relative residual ‖b − A x‖₂ / ‖b‖₂ of that iterate, computed from
  /// its definition; 0 if b is 0.
  public let residual: Double
  /// The number of times that the operator was applied to search.
  public let iterations: Int
  /// Why the method stopped.
  public let termination: Termination

  /// Whether the residual meets the tolerance.
  public var isConverged: Bool { termination == .converged }
}
