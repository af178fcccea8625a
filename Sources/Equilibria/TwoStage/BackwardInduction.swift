import Games
import LinearAlgebra

/// Backward induction: an equilibrium of a game that is played in two stages.
///
/// A two-stage game is any `Game` of which some variables are named as the
/// second stage. Everybody sees the first-stage choices x before the second
/// stage is played, and reckons with its equilibrium y(x). The solver finds a
/// zero of the natural map of the total derivatives `du_i/dx_v` (see
/// ``TotalDerivatives``) by Newton's method, solving the second stage anew at
/// every x it tries:
///
/// ```swift
/// let subgamePerfect = BackwardInduction(secondStage: [2, 3]).solve(game)
/// ```
///
/// The Jacobian of the total derivatives is taken by central differences, the
/// total derivatives themselves are exact: differences cost iterations, not
/// accuracy. As with every ``NashSolver``, a point at which no total derivative
/// invites a small change is a candidate, not a proof.
///
/// Reference: Fudenberg and Tirole, Game Theory, 1991, chapter 3; Krantz and
/// Parks, The Implicit Function Theorem, 2002.
package struct BackwardInduction: Sendable {
  /// The variables that are chosen in the second stage.
  package var secondStage: [Int]
  /// The natural residual of the first stage, in units of its variables, at
  /// which to stop.
  package var tolerance: Double
  /// The limit on Newton steps of the first stage.
  package var iterationLimit: Int
  /// The solver of the second stage.
  package var inner: SemismoothNewton

  /// Backward induction with a tolerance and a limit on steps.
  ///
  /// - Parameters:
  ///   - secondStage: The variables that are chosen in the second stage.
  ///   - tolerance: The natural residual at which to stop.
  ///   - iterationLimit: The limit on Newton steps of the first stage.
  ///   - inner: The solver of the second stage.
  package init(
    secondStage: [Int], tolerance: Double = 1e-11, iterationLimit: Int = 50,
    inner: SemismoothNewton = SemismoothNewton()
  ) {
    self.secondStage = secondStage
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
    self.inner = inner
  }

  /// Finds a profile whose second stage is in equilibrium and whose first
  /// stage reckons with that.
  ///
  /// - Parameters:
  ///   - game: The game, in the variables of both stages.
  ///   - start: Where to start; the middle of the bounds if nil.
  /// - Returns: The profile of both stages, and why the search stopped.
  /// - Complexity: 2n + 1 second-stage solves a step, for n first-stage
  ///   variables.
  package func solve<G: Game>(
    _ game: G, from start: [Double]? = nil
  ) -> NashSolution {
    var search = Search(game, self, from: start ?? game.strategies.box.midpoint)
    for iteration in 0..<iterationLimit {
      guard search.measure() else {
        return search.solution(.notFinite, after: iteration)
      }
      if search.residual <= tolerance {
        return search.solution(.converged, after: iteration)
      }
      guard search.advance() else {
        return search.solution(.stalled, after: iteration)
      }
    }
    return search.solution(.iterationLimit, after: iterationLimit)
  }

  /// The total derivatives after the second stage has answered to the
  /// first-stage choices of a profile.
  ///
  /// - Parameters:
  ///   - game: The game, in the variables of both stages.
  ///   - levels: A profile; its second-stage levels only start the search.
  /// - Returns: nil if no equilibrium of the second stage was found, or if it
  ///   is not regular.
  package func totalDerivatives<G: Game>(
    of game: G, at levels: [Double]
  ) -> TotalDerivatives? {
    var isSecond = [Bool](repeating: false, count: levels.count)
    for v in secondStage { isSecond[v] = true }
    let answer = inner.solve(
      SecondStage(game, after: levels, isSecond: isSecond), from: levels)
    guard answer.termination == .converged || answer.termination == .stalled,
      answer.residual <= Self.slack * inner.tolerance
    else { return nil }
    return try? TotalDerivatives(
      of: game, at: answer.levels,
      first: levels.indices.filter { !isSecond[$0] }, second: secondStage)
  }

  /// A second stage that stalls this close to its tolerance is solved to
  /// rounding.
  private static let slack = 1e3
}
