import Games
import LinearAlgebra

/// Newton's method for the mixed complementarity problem of the
/// pseudo-gradient, on the natural map.
///
/// An equilibrium of a game with concave payoffs solves `Φ(x) = 0` with
///
///     Φ_v(x) = x_v − P_v(x_v + F_v(x) / d_v),
///
/// where F is the pseudo-gradient, P the projection on the bounds and `d_v`
/// the size of `∂F_v/∂x_v`. Φ is piecewise smooth; a Newton step holds the
/// variables whose projection is active at their bounds and solves the linear
/// system of the others. The step is shortened until ‖Φ‖ falls; where no step
/// along it does, one sweep of damped best responses takes its place. Near a
/// regular equilibrium convergence is quadratic, and it ends with the active
/// variables exactly at their bounds.
///
/// A zero of Φ of a game that is not concave may be no equilibrium: ask the
/// oracle `regret`.
///
/// Reference: Facchinei and Pang, Finite-Dimensional Variational Inequalities
/// and Complementarity Problems, 2003, chapter 9.
public struct SemismoothNewton: NashSolver {
  /// The natural residual, in units of the variables, at which to stop.
  public var tolerance: Double
  /// The limit on Newton steps.
  public var iterationLimit: Int

  /// Newton's method with a tolerance and a limit on steps.
  public init(tolerance: Double = 1e-13, iterationLimit: Int = 100) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
  }

  /// Finds a zero of the natural map; see ``NashSolver``.
  ///
  /// - Complexity: O(n³) for each step of a game with n variables.
  public func solve<G: Game>(_ game: G, from start: [Double]) -> NashSolution {
    var workspace = Workspace(game)
    return solve(game, from: start, in: &workspace)
  }

  /// Finds a zero of the natural map without allocating anything but the
  /// solution, in a workspace that is used again.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - start: Where to start; moved into the bounds.
  ///   - workspace: Storage for a game of the same dimension.
  /// - Returns: The last iterate, with the reason for stopping.
  public func solve<G: Game>(
    _ game: G, from start: [Double], in workspace: inout Workspace
  ) -> NashSolution {
    for v in start.indices {
      workspace.levels[v] = game.strategies.clamp(start[v], variable: v)
    }
    let (termination, iterations) = run(game, &workspace)
    return NashSolution(
      levels: workspace.levels, termination: termination,
      residual: workspace.residual, tolerance: tolerance,
      iterations: iterations)
  }

  /// Iterates on `workspace.levels`, which start within the bounds, without
  /// allocating anything.
  public func run<G: Game>(
    _ game: G, _ workspace: inout Workspace
  ) -> (termination: Termination, iterations: Int) {
    let strategies = game.strategies
    workspace.evaluate(game)
    workspace.measure(strategies)
    for iteration in 0..<iterationLimit {
      guard workspace.merit.isFinite else { return (.notFinite, iteration) }
      if workspace.isToStop { return (.cancelled, iteration) }
      if workspace.residual <= tolerance {
        workspace.snap(strategies)
        return (.converged, iteration)
      }
      let before = workspace.merit
      workspace.keep()
      if workspace.findDirection(strategies) {
        search(game, &workspace)
      }
      if !(workspace.merit < before) {
        workspace.restore()
        workspace.respond(game)
      }
      if workspace.levels == workspace.kept { return (.stalled, iteration) }
    }
    let converged = workspace.residual <= tolerance
    return (converged ? .converged : .iterationLimit, iterationLimit)
  }

  /// Halves the step along the direction until the merit falls.
  private func search<G: Game>(_ game: G, _ workspace: inout Workspace) {
    let before = workspace.merit
    var length = 1.0
    for _ in 0..<Self.halvings {
      workspace.step(length, game.strategies)
      workspace.evaluate(game)
      workspace.measure(game.strategies)
      if workspace.merit <= (1 - Self.decrease * length) * before { return }
      length /= 2
    }
  }

  /// The share of the predicted decrease of the merit that a step must bring.
  private static let decrease = 1e-4
  /// How often a step is halved before it is given up.
  private static let halvings = 20
}
