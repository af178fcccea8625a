import Games

extension JointObjective {
  /// Encloses value and gradient: in one evaluation if the slopes of the
  /// welfare function are constant, otherwise payoff by payoff.
  package func enclosure(
    over box: Box, gradient: inout [Interval]
  ) -> Interval {
    if let slopes = function.constantSlopes {
      let value = game.weightedEnclosure(slopes, over: box, gradient: &gradient)
      return value - addCharges(to: &gradient, over: box)
    }
    var unit = [Double](repeating: 0, count: game.playerCount)
    let payoffs = unit.indices.map { game.payoffEnclosure(of: $0, over: box) }
    let slopes = function.slopes(at: payoffs)
    var own = gradient
    for v in gradient.indices { gradient[v] = .zero }
    for i in unit.indices {
      unit[i] = 1
      _ = game.weightedEnclosure(unit, over: box, gradient: &own)
      unit[i] = 0
      for v in own.indices { gradient[v] += slopes[i] * own[v] }
    }
    return function.value(of: payoffs) - addCharges(to: &gradient, over: box)
  }

  /// Encloses the value likewise.
  package func enclosure(over box: Box) -> Interval {
    guard let slopes = function.constantSlopes else {
      let payoffs = (0..<game.playerCount).map {
        game.payoffEnclosure(of: $0, over: box)
      }
      return function.value(of: payoffs) - charges(over: box)
    }
    return game.weightedEnclosure(slopes, over: box) - charges(over: box)
  }

  /// Encloses value, gradient and Hessian, likewise.
  package func enclosure(
    over box: Box, gradient: inout [Interval], hessian: inout [Interval]
  ) -> Interval {
    if let slopes = function.constantSlopes {
      let value = game.weightedEnclosure(
        slopes, over: box, gradient: &gradient, hessian: &hessian)
      return value - addCharges(to: &gradient, over: box)
    }
    let payoffs = (0..<game.playerCount).map {
      game.payoffEnclosure(of: $0, over: box)
    }
    addPlayers(payoffs, over: box, gradient: &gradient, hessian: &hessian)
    let coupling = Interval(function.slopeCoupling)
    if coupling != .zero {
      add(coupling, outer: gradient, to: &hessian)
    }
    return function.value(of: payoffs) - addCharges(to: &gradient, over: box)
  }

  /// Bounds welfare functions of constant slopes by tangents of the payoffs.
  package func upperBound(
    over box: Box, about levels: [Double], slack: Double
  ) -> Double {
    guard let slopes = function.constantSlopes else { return .infinity }
    let bound = game.weightedUpperBound(
      slopes, charges: charges, about: levels, over: box, slack: slack)
    guard fixedCharge != 0, bound.isFinite else { return bound }
    return (Interval(bound) - Interval(fixedCharge)).upper
  }

  /// Sets the gradient to `Σ_i Φ_i ∇u_i` and the Hessian to
  /// `Σ_i Φ_i ∇²u_i + Φ″_ii ∇u_i ∇u_iᵀ`.
  private func addPlayers(
    _ payoffs: [Interval], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) {
    let slopes = function.slopes(at: payoffs)
    let curvatures = function.curvatures(at: payoffs)
    var unit = [Double](repeating: 0, count: payoffs.count)
    var (ownGradient, ownHessian) = (gradient, hessian)
    for k in gradient.indices { gradient[k] = .zero }
    for k in hessian.indices { hessian[k] = .zero }
    for i in unit.indices {
      unit[i] = 1
      _ = game.weightedEnclosure(
        unit, over: box, gradient: &ownGradient, hessian: &ownHessian)
      unit[i] = 0
      for k in gradient.indices { gradient[k] += slopes[i] * ownGradient[k] }
      for k in hessian.indices { hessian[k] += slopes[i] * ownHessian[k] }
      add(curvatures[i], outer: ownGradient, to: &hessian)
    }
  }

  /// Adds `factor · g gᵀ`.
  private func add(
    _ factor: Interval, outer g: [Interval], to hessian: inout [Interval]
  ) {
    for v in g.indices {
      let left = factor * g[v]
      for w in g.indices { hessian[v * g.count + w] += left * g[w] }
    }
  }

  /// Deducts the charges from the gradient; returns their sum over the box.
  private func addCharges(
    to gradient: inout [Interval], over box: Box
  ) -> Interval {
    for v in charges.indices { gradient[v] -= Interval(charges[v]) }
    return charges(over: box)
  }

  /// The sum of the charges over the box.
  private func charges(over box: Box) -> Interval {
    charges.indices.reduce(Interval(fixedCharge)) { total, v in
      total + Interval(charges[v]) * box[v]
    }
  }
}
