/// The conjugate gradient method for A x = b with a symmetric positive
/// definite operator.
///
/// After k steps the error in the energy norm has fallen by the factor
/// 2 ((√κ − 1) / (√κ + 1))ᵏ or more, κ the condition number. See Hestenes and
/// Stiefel, J. Res. Nat. Bur. Standards 49 (1952) 409-436, and Golub and Van
/// Loan, Matrix Computations, 4th edition, section 11.3.
package struct ConjugateGradient: Sendable {
  /// The relative residual ‖b − A x‖₂ / ‖b‖₂ to reach.
  package var tolerance: Double
  /// The largest number of steps.
  package var maximumIterations: Int

  /// A method with the given parameters.
  ///
  /// - Precondition: they are not negative.
  package init(tolerance: Double = 1e-12, maximumIterations: Int = 1000) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    precondition(maximumIterations >= 0, "a limit is not negative")
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  /// Solves A x = b.
  ///
  /// - Parameters:
  ///   - b: the right-hand side.
  ///   - start: where to start; zero if nil.
  ///   - preconditioner: an approximation of the inverse operator, symmetric
  ///     and positive definite too; none if nil.
  ///   - multiply: the operator.
  /// - Returns: the last iterate with its true residual. A direction of
  ///   curvature that is not positive ends in `breakdown`, and so does a
  ///   tolerance below what rounding errors allow.
  /// - Precondition: the start is as long as the right-hand side.
  /// - Complexity: O(n) and one application a step; six vectors in all.
  package func solve(
    _ b: [Double], from start: [Double]? = nil,
    preconditioner: LinearOperator? = nil, applying multiply: LinearOperator
  ) -> IterativeSolution {
    var state = ResidualState(b, start: start, multiply)
    var last = Double.infinity
    while !state.isMet(tolerance) {
      // The residual that the recurrence carries along drifts away from the
      // true one, so the method starts again until the true one is small.
      guard state.relativeResidual < last else {
        return state.solution(.breakdown)
      }
      last = state.relativeResidual
      let isIntact = descend(&state, preconditioner, multiply)
      state.refresh(multiply)
      if state.isMet(tolerance) { break }
      guard isIntact else { return state.solution(.breakdown) }
      guard state.iterations < maximumIterations else {
        return state.solution(.iterationLimit)
      }
    }
    return state.solution(.converged)
  }

  /// Descends until the residual that is carried along is small or the
  /// iterations run out; whether every curvature was positive.
  private func descend(
    _ state: inout ResidualState, _ preconditioner: LinearOperator?,
    _ multiply: LinearOperator
  ) -> Bool {
    var direction = Array(repeating: 0.0, count: state.b.count)
    var scaled = direction
    var image = direction
    var previous = Double.infinity
    while !state.isMet(tolerance) && state.iterations < maximumIterations {
      if let preconditioner {
        preconditioner(state.residual, &scaled)
      } else {
        scaled = state.residual
      }
      let square = Vector.dot(state.residual, scaled)
      let momentum = square / previous
      for k in direction.indices {
        direction[k] = scaled[k] + momentum * direction[k]
      }
      multiply(direction, &image)
      let curvature = Vector.dot(direction, image)
      guard square > 0 && curvature > 0 else { return false }
      state.advance(square / curvature, along: direction, image: image)
      previous = square
    }
    return true
  }
}
