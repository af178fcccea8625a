/// The generalised minimal residual method, restarted, for A x = b with any
/// regular operator.
///
/// Each cycle minimises ‖b − A x‖₂ over a Krylov space of at most `restart`
/// dimensions. See Saad and Schultz, SIAM J. Sci. Stat. Comput. 7 (1986)
/// 856-869.
public struct GMRES: Sendable {
  /// The relative residual ‖b − A x‖₂ / ‖b‖₂ to reach.
  public var tolerance: Double
  /// The largest number of steps.
  public var maximumIterations: Int
  /// The steps of a cycle; the method keeps one vector more than that.
  public var restart: Int

  /// A method with the given parameters.
  ///
  /// - Precondition: `restart` is positive, the others are not negative.
  public init(
    tolerance: Double = 1e-12, maximumIterations: Int = 1000,
    restart: Int = 30
  ) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    precondition(maximumIterations >= 0, "a limit is not negative")
    precondition(restart > 0, "a cycle has at least one step")
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.restart = restart
  }

  /// Solves A x = b.
  ///
  /// - Parameters:
  ///   - b: the right-hand side.
  ///   - start: where to start; zero if nil.
  ///   - preconditioner: an approximation of the inverse operator, applied
  ///     from the right, so that the residual keeps its meaning; none if nil.
  ///   - multiply: the operator.
  /// - Returns: the last iterate with its true residual. A cycle that does
  ///   not lower the residual ends in `breakdown`; once the work is to stop, no
  ///   iterations are left.
  /// - Precondition: the start is as long as the right-hand side.
  /// - Complexity: O(n · restart) and one application a step; `restart` + 5
  ///   vectors in all.
  public func solve(
    _ b: [Double], from start: [Double]? = nil,
    preconditioner: LinearOperator? = nil, applying multiply: LinearOperator
  ) -> IterativeSolution {
    var state = ResidualState(b, start: start, multiply)
    var basis = ArnoldiBasis(
      order: b.count, capacity: max(1, min(restart, b.count)))
    var step = Array(repeating: 0.0, count: b.count)
    while !state.isMet(tolerance) && state.iterations < maximumIterations
      && !Cancellation.isRequested
    {
      let before = state.relativeResidual
      let steps = min(basis.capacity, maximumIterations - state.iterations)
      basis.start(from: state.residual)
      while basis.count < steps && !basis.isExhausted
        && basis.residualNorm > tolerance * state.scale
        && (basis.count == 0 || !Cancellation.isRequested)
      {
        basis.extend(preconditioner, multiply)
      }
      basis.minimize(into: &step, preconditioner)
      state.advance(by: step, iterations: basis.count, multiply)
      guard state.relativeResidual < before else {
        return state.solution(.breakdown)
      }
    }
    return state.solution(
      state.isMet(tolerance) ? .converged : .iterationLimit)
  }
}
