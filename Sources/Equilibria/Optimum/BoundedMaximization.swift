import Games
import LinearAlgebra

/// Local maximisation of a smooth function over a box by a projected Newton
/// method with a Levenberg–Marquardt shift.
///
/// A step solves `(μ − H) s = g` for the variables that are not held at a
/// bound; variables that it takes to a bound stay there and the others are
/// solved for again, so that the active bounds settle within few steps. μ
/// grows until the matrix is positive definite and the function rises as
/// predicted, and falls again to 0 near a maximum, where convergence is
/// quadratic. Variables are measured in widths of their bounds.
///
/// Up to ``denseLimit`` variables the system is solved by Cholesky's method,
/// beyond by conjugate gradients, which use products with the Hessian only.
///
/// Active variables end exactly at their bounds. The method is deterministic.
/// It finds a local maximum; ``GlobalMaximization`` finds and proves a global
/// one.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2006, chapters 7, 10
/// and 16.7.
public struct BoundedMaximization: Sendable {
  /// The residual at which to stop: the projected gradient relative to the
  /// size of the function, in widths of the bounds.
  public var tolerance: Double
  /// The limit on steps.
  public var iterationLimit: Int
  /// The largest number of variables for which the Hessian is formed.
  public var denseLimit: Int

  /// A method with a tolerance and limits.
  public init(
    tolerance: Double = 1e-13, iterationLimit: Int = 300, denseLimit: Int = 150
  ) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
    self.denseLimit = denseLimit
  }

  /// Looks for a local maximum.
  ///
  /// - Parameters:
  ///   - objective: The function.
  ///   - bounds: A part of its box to stay in; all of it if nil.
  ///   - start: Where to start; moved into the bounds.
  /// - Returns: The point, exactly at the bounds where it is at one.
  /// - Complexity: O(n³) a step, or a few products with the Hessian for many
  ///   variables.
  package func maximize(
    _ objective: some Objective, within bounds: StrategySpace? = nil,
    from start: [Double]
  ) -> Maximum {
    var ascent = Ascent(
      objective, within: bounds ?? objective.strategies, from: start,
      dense: start.count <= denseLimit)
    var step = AscentStep(
      dimension: start.count, dense: start.count <= denseLimit)
    let (termination, iterations) = run(&ascent, &step)
    return Maximum(
      levels: ascent.levels, value: ascent.value, termination: termination,
      residual: ascent.residual, tolerance: tolerance, iterations: iterations,
      size: ascent.size)
  }

  private func run(
    _ ascent: inout Ascent<some Objective>, _ step: inout AscentStep
  ) -> (Termination, Int) {
    for iteration in 0..<iterationLimit {
      guard ascent.isFinite else { return (.notFinite, iteration) }
      guard !Cancellation.isRequested else { return (.cancelled, iteration) }
      if ascent.residual <= tolerance {
        ascent.snap()
        return (.converged, iteration)
      }
      ascent.formHessian()
      guard ascent.advance(&step) else {
        return (Cancellation.isRequested ? .cancelled : .stalled, iteration)
      }
    }
    let converged = ascent.residual <= tolerance
    return (converged ? .converged : .iterationLimit, iterationLimit)
  }
}

/// A local maximum of an ``Objective`` over a box, as far as a numerical
/// method tells.
package struct Maximum: Sendable, Equatable {
  /// The point.
  package var levels: [Double]
  /// The value there.
  package var value: Double
  /// Why the method stopped.
  package var termination: Termination
  /// The residual achieved; see ``BoundedMaximization/tolerance``.
  package var residual: Double
  /// The residual that was asked for.
  package var tolerance: Double
  /// How many steps it took.
  package var iterations: Int
  /// The size of the function: the largest value, or rise along a slope across
  /// the bounds of a variable, that was seen.
  package var size = 0.0
}
