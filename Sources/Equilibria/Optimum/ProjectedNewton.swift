import Games
import LinearAlgebra

/// Local maximisation of a smooth function of many variables over a box,
/// without matrices.
///
/// Variables that are near a bound and pushed towards it go there; for the
/// others Newton's system is solved by conjugate gradients, scaled by the
/// diagonal of the Hessian and stopped at a direction of upward curvature. The
/// way there is bent at the bounds and shortened until the function rises.
/// Functions with a barrier, `-∞` beyond it, are welcome.
///
/// Reference: Bertsekas, Projected Newton methods for optimization problems
/// with simple constraints, SIAM Journal on Control and Optimization 20, 1982;
/// Nocedal and Wright, Numerical Optimization, 2006, section 7.1.
package struct ProjectedNewton: Sendable {
  /// The rise that the quadratic model promises at which to stop, in units of
  /// the function.
  package var tolerance: Double
  /// The limit on steps.
  package var iterationLimit: Int

  /// A method with a tolerance and limits.
  ///
  /// - Parameters:
  ///   - tolerance: The promised rise at which to stop.
  ///   - iterationLimit: The limit on steps.
  package init(tolerance: Double, iterationLimit: Int = 200) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
  }

  /// Looks for a local maximum.
  ///
  /// - Parameters:
  ///   - objective: The function.
  ///   - bounds: A part of its box to stay in; all of it if nil.
  ///   - start: Where to start; moved into the bounds.
  /// - Returns: The point; its residual is the rise that is still promised.
  /// - Complexity: Some tens of products with the Hessian a step.
  package func maximize(
    _ objective: some Objective, within bounds: StrategySpace? = nil,
    from start: [Double]
  ) -> Maximum {
    var climb = ProjectedClimb(
      objective, within: bounds ?? objective.strategies, from: start)
    var (termination, iterations) = (Termination.iterationLimit, 0)
    while iterations < iterationLimit {
      guard climb.isFinite else {
        termination = .notFinite
        break
      }
      guard !Cancellation.isRequested else {
        termination = .cancelled
        break
      }
      climb.findDirection()
      if climb.promise <= tolerance || climb.isPolished {
        termination = .converged
        break
      }
      guard climb.advance() else {
        termination = .stalled
        break
      }
      iterations += 1
    }
    return Maximum(
      levels: climb.levels, value: climb.value, termination: termination,
      residual: climb.promise, tolerance: tolerance, iterations: iterations)
  }
}
