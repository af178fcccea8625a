import Games
import LinearAlgebra

/// How the payoffs of a two-stage game change with the first-stage choices,
/// once the second stage has answered.
///
/// With first-stage variables x, second-stage variables y and the second
/// stage's conditions `F(x, y) = 0`, where `F_w = ∂u_i/∂y_w` for each free
/// variable w and its owner i, the implicit function theorem gives the
/// response and the total derivatives
///
///     ∂y/∂x = −F_y⁻¹ F_x,
///     du_i/dx_v = ∂u_i/∂x_v + Σ_w ∂u_i/∂y_w · ∂y_w/∂x_v.
///
/// A second-stage variable at a bound does not move.
package struct TotalDerivatives: Sendable {
  /// The profile, its second stage in equilibrium.
  package let levels: [Double]
  /// The response: element (k, l) is the derivative of the k-th second-stage
  /// variable in the l-th first-stage variable.
  package let response: Matrix
  /// The total derivative `du_i/dx_v` of each first-stage variable v for its
  /// owner i.
  package let slopes: [Double]

  /// Differentiates a game at an equilibrium of its second stage.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - levels: A profile whose second stage is in equilibrium.
  ///   - first: The variables of the first stage.
  ///   - second: The variables of the second stage.
  /// - Throws: `singular` where the second stage does not determine its own
  ///   response; `notFinite`.
  /// - Complexity: O(m³ + m² n) for m second-stage and n first-stage variables,
  ///   and a Jacobian of the game.
  package init(
    of game: some Game, at levels: [Double], first: [Int], second: [Int]
  ) throws(LinearAlgebraError) {
    let strategies = game.strategies
    let jacobian = game.jacobian(at: levels)
    let free = second.indices.filter { k in
      strategies.lowerBounds[second[k]] < levels[second[k]]
        && levels[second[k]] < strategies.upperBounds[second[k]]
    }
    let moving = free.map { second[$0] }
    let factors = try LUFactorization(jacobian.submatrix(moving))
    let solved = factors.solve(
      jacobian.submatrix(rows: moving, columns: first))
    var response = Matrix(rows: second.count, columns: first.count)
    for l in first.indices {
      for (k, place) in free.enumerated() { response[place, l] = -solved[k, l] }
    }
    let gradients = game.payoffGradients(at: levels)
    self.levels = levels
    self.response = response
    slopes = first.indices.map { l in
      let owner = strategies.owner(of: first[l])
      return second.indices.reduce(gradients[owner, first[l]]) { sum, k in
        sum + gradients[owner, second[k]] * response[k, l]
      }
    }
  }
}
