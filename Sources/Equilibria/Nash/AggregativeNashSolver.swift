import Games

/// A method that looks for one Nash equilibrium of an aggregative game, at any
/// size.
///
/// It never writes a Jacobian out and so needs what `AggregativeGame`
/// declares. What it finds is a candidate, as with every ``NashSolver``.
public protocol AggregativeNashSolver: Sendable {
  /// Looks for an equilibrium.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - start: Where to start, moved into the bounds; the solver's own choice
  ///     if nil.
  /// - Returns: What was found and why the solver stopped.
  func solve<G: AggregativeGame>(
    _ game: G, from start: [Double]?
  )
    -> NashSolution
}

extension AggregativeGame {
  /// Looks for one equilibrium with a solver for aggregative games.
  ///
  /// ```swift
  /// let solution = try SharingGame(cluster).solve(BestResponseSweeps())
  /// ```
  ///
  /// - Parameters:
  ///   - solver: The method and its parameters.
  ///   - start: Where to start; the solver's own choice if nil.
  /// - Returns: What was found and why the solver stopped.
  public func solve(
    _ solver: some AggregativeNashSolver, from start: [Double]? = nil
  ) -> NashSolution {
    solver.solve(self, from: start)
  }
}
