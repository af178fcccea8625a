@_exported import Games

/// A method that looks for one Nash equilibrium from a starting profile.
///
/// A solver is a value that holds its parameters. What it finds is a candidate:
/// the oracle `regret` and the proofs of ``EquilibriumSet`` judge it.
public protocol NashSolver: Sendable {
  /// Looks for an equilibrium.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - start: Where to start; moved into the bounds.
  /// - Returns: What was found, with the reason for stopping.
  func solve<G: Game>(_ game: G, from start: [Double]) -> NashSolution
}

/// What a ``NashSolver`` found, and why it stopped.
public struct NashSolution: Sendable, Equatable {
  /// The profile.
  public var levels: [Double]
  /// Why the solver stopped.
  public var termination: Termination
  /// The natural residual achieved, `max_v |x_v − P(x_v + F_v)|`, where P is
  /// the projection on the bounds.
  public var residual: Double
  /// The residual that was asked for.
  public var tolerance: Double
  /// How many iterations it took.
  public var iterations: Int

  /// A solution.
  public init(
    levels: [Double], termination: Termination, residual: Double,
    tolerance: Double, iterations: Int
  ) {
    self.levels = levels
    self.termination = termination
    self.residual = residual
    self.tolerance = tolerance
    self.iterations = iterations
  }
}

extension Game {
  /// Looks for one equilibrium with a solver.
  ///
  /// ```swift
  /// let one = Partners().solve(SemismoothNewton(), from: [0.5, 0.5])
  /// ```
  ///
  /// - Parameters:
  ///   - solver: The method and its parameters.
  ///   - start: Where to start; the middle of the bounds if nil.
  /// - Returns: What was found, with the reason for stopping.
  public func solve(
    _ solver: some NashSolver = SemismoothNewton(), from start: [Double]? = nil
  ) -> NashSolution {
    solver.solve(self, from: start ?? strategies.box.midpoint)
  }
}
