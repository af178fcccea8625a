import LinearAlgebra

/// A game on a linear state with quadratic costs in continuous time, without
/// end.
///
///     ẋ = A x + Σ_i B_i u_i
///     cost of i = ∫ e^(−rt) (xᵀ R_i x + u_iᵀ Q_i u_i) dt
///
/// Linear and constant terms are had by a state that is always 1.
package struct LinearQuadraticDifferentialGame: Sendable {
  /// The drift A of the state.
  package var drift: Matrix
  /// How each player's controls move the state, `B_i`.
  package var controls: [Matrix]
  /// What the state costs each player, `R_i`, symmetric.
  package var stateCosts: [Matrix]
  /// What its own controls cost each player, `Q_i`, symmetric and positive
  /// definite.
  package var controlCosts: [Matrix]
  /// The rate r of discount, above 0.
  package var discountRate: Double

  /// A game with its matrices.
  ///
  /// - Precondition: There is one of each for every player, and sizes agree.
  package init(
    drift: Matrix, controls: [Matrix], stateCosts: [Matrix],
    controlCosts: [Matrix], discountRate: Double
  ) {
    precondition(
      controls.count == stateCosts.count
        && controls.count == controlCosts.count,
      "every player has controls and costs")
    self.drift = drift
    self.controls = controls
    self.stateCosts = stateCosts
    self.controlCosts = controlCosts
    self.discountRate = discountRate
  }

  /// The game in which controls are held for a period each.
  package func decided(every period: Double) -> LinearQuadraticStateGame {
    LinearQuadraticStateGame(
      transition: Matrix.identity(order: drift.rows) + period * drift,
      controls: controls.map { period * $0 },
      stateCosts: stateCosts.map { period * $0 },
      controlCosts: controlCosts.map { period * $0 },
      discount: Double.exp(-discountRate * period))
  }
}

extension FeedbackNash {
  /// The feedback equilibrium in continuous time, `u_i = −F_i x`.
  ///
  /// Gains and values solve the coupled Riccati equations
  ///
  ///     0 = R_i + F_iᵀ Q_i F_i + Gᵀ P_i + P_i G − r P_i,   Q_i F_i = B_iᵀ P_i,
  ///
  /// with `G = A − Σ_j B_j F_j`. Policies are iterated: values of given gains
  /// are a linear problem, and gains follow from values. The first gains are
  /// those of the game that is decided every period, so that the solution is
  /// near the limit of games with a last period.
  ///
  /// Reference: Engwerda, LQ Dynamic Optimization and Differential Games, 2005,
  /// chapter 8.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - period: The period of the first gains: short beside what the state
  ///     takes to settle.
  /// - Returns: The equilibrium; nil if a step has no solution.
  /// - Complexity: O(players · states⁶) an iteration.
  package func solve(
    _ game: LinearQuadraticDifferentialGame, period: Double
  ) -> Solution? {
    guard var gains = solve(game.decided(every: period))?.gains else {
      return nil
    }
    for iteration in 1...max(1, iterationLimit) {
      let loop = game.closedLoop(gains)
      guard let values = game.values(of: gains, loop),
        let next = game.gains(values)
      else { return nil }
      let isDone = change(from: gains, to: next) <= tolerance
      gains = next
      guard isDone || iteration == iterationLimit else { continue }
      let closed = game.closedLoop(gains)
      return Solution(
        gains: gains, values: values, closedLoop: closed,
        residual: game.residual(values, gains, closed), iterations: iteration,
        termination: isDone ? .converged : .iterationLimit)
    }
    return nil
  }
}

extension LinearQuadraticDifferentialGame {
  fileprivate func closedLoop(_ gains: [Matrix]) -> Matrix {
    zip(controls, gains).reduce(drift) { $0 - $1.0 * $1.1 }
  }

  /// `F_i = Q_i⁻¹ B_iᵀ P_i`.
  fileprivate func gains(_ values: [Matrix]) -> [Matrix]? {
    var gains: [Matrix] = []
    for i in controls.indices {
      guard let factors = try? LUFactorization(controlCosts[i]) else {
        return nil
      }
      gains.append(factors.solve(controls[i].transposed() * values[i]))
    }
    return gains
  }

  /// What a period costs under given gains, `R_i + F_iᵀ Q_i F_i`.
  private func costs(_ i: Int, _ gains: [Matrix]) -> Matrix {
    stateCosts[i] + gains[i].transposed() * controlCosts[i] * gains[i]
  }

  /// The values of given gains: `r P − Gᵀ P − P G` is what a period costs.
  fileprivate func values(of gains: [Matrix], _ loop: Matrix) -> [Matrix]? {
    let order = loop.rows
    var system = Matrix(rows: order * order, columns: order * order)
    for row in 0..<order {
      for column in 0..<order {
        let place = column * order + row
        system[place, place] += discountRate
        for k in 0..<order {
          system[place, column * order + k] -= loop[k, row]
          system[place, k * order + row] -= loop[k, column]
        }
      }
    }
    guard let factors = try? LUFactorization(system) else { return nil }
    return controls.indices.map { i in
      var value = costs(i, gains)
      value.elements = factors.solve(value.elements)
      return value
    }
  }

  /// The largest difference of the two sides of the Riccati equations.
  fileprivate func residual(
    _ values: [Matrix], _ gains: [Matrix], _ loop: Matrix
  ) -> Double {
    values.indices.map { i in
      let drifting = loop.transposed() * values[i] + values[i] * loop
      return (costs(i, gains) + drifting - discountRate * values[i])
        .largestElement
    }.max() ?? 0
  }
}
