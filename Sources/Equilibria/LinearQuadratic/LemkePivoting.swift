import Games
import LinearAlgebra

/// Complementary pivoting for the exact equilibrium of a
/// `LinearQuadraticGame` over its box, at moderate sizes.
///
/// With `z = x − l`, `Q = I − δ G` and multipliers v of the upper bounds, an
/// equilibrium solves the linear complementarity problem
///
///     w = Q z + v − (b − Q l) ≥ 0,  z ≥ 0,  zᵀ w = 0,
///     s = (u − l) − z ≥ 0,          v ≥ 0,  vᵀ s = 0.
///
/// Lemke's method follows the equilibria of the game in which everybody's
/// benefit is lower by t, from a t at which all are at the lower bound down to
/// t = 0. Since levels are bounded it always arrives, whatever the network;
/// ties are broken lexicographically, so that it never cycles. The last linear
/// system is solved again by factorisation, so that the levels are exact to
/// rounding and those at a bound are exactly there.
///
/// Which equilibrium it finds, where there are several, depends on the path.
///
/// Reference: Lemke, Bimatrix equilibrium points and mathematical programming,
/// Management Science 11, 1965; Cottle, Pang and Stone, The Linear
/// Complementarity Problem, 1992, sections 4.4 and 4.9.
package struct LemkePivoting: Sendable {
  /// The limit on pivots.
  package var pivotLimit: Int

  /// A method with a limit on pivots.
  package init(pivotLimit: Int = 10_000) { self.pivotLimit = pivotLimit }

  /// Finds an equilibrium.
  ///
  /// - Parameter game: The game.
  /// - Returns: The profile; the residual is the largest distance of a player
  ///   from the best response, iterations are pivots.
  /// - Complexity: O(n²) for each pivot of n players, and O(n²) memory; there
  ///   are about n pivots as a rule.
  package func solve(_ game: LinearQuadraticGame) -> NashSolution {
    var tableau = LemkeTableau(game)
    let (termination, pivots) = run(&tableau)
    let states = tableau.states
    let levels =
      game.levels(atBounds: states) ?? game.strategies.lowerBounds
    let residual = game.distanceFromBestResponses(levels)
    return NashSolution(
      levels: levels, termination: termination, residual: residual,
      tolerance: 0, iterations: pivots)
  }

  private func run(_ tableau: inout LemkeTableau) -> (Termination, Int) {
    guard var entering = tableau.start() else { return (.converged, 0) }
    for pivot in 1...max(1, pivotLimit) {
      guard let row = tableau.leavingRow(for: entering) else {
        return (.stalled, pivot)
      }
      let leaving = tableau.pivot(row: row, column: entering)
      if leaving == tableau.covering { return (.converged, pivot) }
      entering = tableau.complement(of: leaving)
    }
    return (.iterationLimit, pivotLimit)
  }
}

extension LinearQuadraticGame {
  /// Where a player's level lies in its interval.
  enum BoundState { case lower, free, upper }

  /// The profile with given players at bounds, the marginal payoffs of the
  /// others being zero; nil if that determines no profile.
  func levels(atBounds states: [BoundState]) -> [Double]? {
    var levels = states.indices.map {
      states[$0] == .upper
        ? strategies.upperBounds[$0] : strategies.lowerBounds[$0]
    }
    let free = states.indices.filter { states[$0] == .free }
    guard !free.isEmpty else { return levels }
    for i in free { levels[i] = 0 }
    let marginals = pseudoGradient(at: levels)
    let system = transposedSystem.submatrix(free)
    guard let factors = try? LUFactorization(system) else { return nil }
    let solution = factors.solveTransposed(free.map { marginals[$0] })
    for (i, level) in zip(free, solution) {
      levels[i] = strategies.clamp(level, variable: i)
    }
    return levels
  }

  /// The largest distance of a player from the best response.
  func distanceFromBestResponses(_ levels: [Double]) -> Double {
    let marginals = pseudoGradient(at: levels)
    return levels.indices.reduce(0) { largest, i in
      let response = strategies.clamp(levels[i] + marginals[i], variable: i)
      return max(largest, abs(response - levels[i]))
    }
  }
}
