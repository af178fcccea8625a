import LinearAlgebra

extension FormulaGame: Game {
  /// The formula's value, for a scalar of any kind.
  public func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    program.payoff(of: player)
      .value(parameters: parameterValues, levels: levels)
  }

  /// The payoff of every player, parts that they share computed once.
  public func payoffs(at levels: Profile<Double>) -> [Double] {
    var values = [Double](repeating: 0, count: playerCount)
    program.allPayoffs.run(
      parameters: parameterValues, levels: levels
    ) { row, _, value in
      values[row] = value
    }
    return values
  }

  /// Evaluates the derivatives' formulas.
  public func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    program.pseudoGradient.run(
      parameters: parameterValues, levels: levels
    ) { row, _, value in
      gradient[row] = value
    }
  }

  /// Evaluates the derivatives' formulas.
  public func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    for k in jacobian.elements.indices { jacobian.elements[k] = 0 }
    program.jacobian.run(
      parameters: parameterValues, levels: levels
    ) { row, column, value in
      if column == 0 {
        gradient[row] = value
      } else {
        jacobian[row, column - 1] = value
      }
    }
  }

  /// Evaluates the derivatives' formulas.
  public func payoffGradients(at levels: Profile<Double>) -> Matrix {
    var gradients = Matrix(rows: playerCount, columns: strategies.dimension)
    program.payoffGradients.run(
      parameters: parameterValues, levels: levels
    ) { row, column, value in
      if column > 0 { gradients[row, column - 1] = value }
    }
    return gradients
  }

  /// Evaluates the derivatives of the sum; players of weight 0 do not count,
  /// whatever they earn.
  public func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double]
  ) {
    for v in gradient.indices { gradient[v] = 0 }
    program.weightedGradient.run(
      parameters: parameterValues + weights, levels: levels
    ) { _, column, value in
      if column > 0 { gradient[column - 1] = value }
    }
  }

  /// Evaluates the derivatives of the sum; players of weight 0 do not count,
  /// whatever they earn.
  public func weightedHessian(
    _ weights: [Double], at levels: Profile<Double>, into hessian: inout Matrix
  ) {
    for k in hessian.elements.indices { hessian.elements[k] = 0 }
    program.weightedHessian.run(
      parameters: parameterValues + weights, levels: levels
    ) { row, column, value in
      guard row > 0, column > 0 else { return }
      hessian[row - 1, column - 1] = value
      hessian[column - 1, row - 1] = value
    }
  }
}
