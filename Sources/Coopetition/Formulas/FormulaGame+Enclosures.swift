extension FormulaGame {
  /// Evaluates the formula over intervals.
  public func payoffEnclosure(of player: Int, over box: Box) -> Interval {
    program.payoff(of: player).value(parameters: parameterValues, levels: box)
  }

  /// Evaluates the formulas of a payoff and of its own derivatives over
  /// intervals.
  public func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    let own = strategies.variables(of: player)
    var result = OwnEnclosure(
      value: .zero, gradient: Array(repeating: .zero, count: own.count),
      hessian: Array(repeating: .zero, count: own.count * own.count))
    program.ownDerivatives(of: player).run(
      parameters: parameterValues, levels: box
    ) { row, column, value in
      if row == 0 {
        result.value = value
      } else if column == 0 {
        result.gradient[row - 1] = value
      } else {
        let w = column - 1 - own.startIndex
        result.hessian[(row - 1) * own.count + w] = value
      }
    }
    return result
  }

  /// Evaluates the derivatives' formulas over intervals.
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    program.pseudoGradient.run(
      parameters: parameterValues, levels: box
    ) { row, _, value in
      gradient[row] = value
    }
    sharpen(&gradient, over: box)
  }

  /// Evaluates the derivatives' formulas over intervals.
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let dimension = strategies.dimension
    for k in jacobian.indices { jacobian[k] = .zero }
    program.jacobian.run(
      parameters: parameterValues, levels: box
    ) { row, column, value in
      if column == 0 {
        gradient[row] = value
      } else {
        jacobian[row * dimension + column - 1] = value
      }
    }
    sharpen(&gradient, over: box)
  }

  /// Puts exact values in the place of components whose sign is hidden by
  /// rounding alone: where all that they depend on is a point and no operation
  /// is rounded. At corners and among the indifferent it is often zero.
  private func sharpen(_ gradient: inout [Interval], over box: Box) {
    for player in 0..<playerCount {
      for v in strategies.variables(of: player)
      where gradient[v].contains(0.0) && gradient[v] != .zero {
        let tape = program.marginal(of: v, owner: player)
        guard tape.variables.allSatisfy({ box[$0].isPoint }),
          let value = tape.exactValue(
            parameters: parameterValues, levels: box.map(\.lower))
        else { continue }
        gradient[v] = Interval(value)
      }
    }
  }

  /// Evaluates the derivatives of the sum over intervals; players of weight 0
  /// do not count, whatever they earn.
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) -> Interval {
    let dimension = strategies.dimension
    var total = Interval.zero
    for v in gradient.indices { gradient[v] = .zero }
    for k in hessian.indices { hessian[k] = .zero }
    program.weightedHessian.run(
      parameters: parameterValues + weights, levels: box
    ) { row, column, value in
      switch (row, column) {
      case (0, 0): total = value
      case (0, _): gradient[column - 1] = value
      case (_, 0): break
      default:
        hessian[(row - 1) * dimension + column - 1] = value
        hessian[(column - 1) * dimension + row - 1] = value
      }
    }
    return total
  }
}
