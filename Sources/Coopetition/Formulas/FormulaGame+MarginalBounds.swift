extension FormulaGame {
  /// Bounds each component of the pseudo-gradient.
  ///
  /// Where a component is proven to rise or fall with another variable over
  /// the box, only the end of that variable is evaluated, which is exact.
  public func marginalBounds(over box: Box, into bounds: inout [MarginalBounds])
  {
    var slopes = [Interval](repeating: .zero, count: box.count)
    for player in 0..<playerCount {
      for v in strategies.variables(of: player) {
        for w in slopes.indices { slopes[w] = .zero }
        bounds[v].over = .zero
        program.marginalGradient(of: v, owner: player).run(
          parameters: parameterValues, levels: box
        ) { _, column, value in
          if column > 0 {
            slopes[column - 1] = value
          } else {
            bounds[v].over = value
          }
        }
        let tape = program.marginal(of: v, owner: player)
        bounds[v].slope = slopes[v]
        bounds[v].atLower = range(
          of: tape, over: box, slopes, fixing: v, at: box[v].lower)
        bounds[v].atUpper = range(
          of: tape, over: box, slopes, fixing: v, at: box[v].upper)
      }
    }
  }

  /// Encloses a value over a box, with one variable at a point, using the
  /// signs of its slopes in the others.
  private func range(
    of tape: FormulaTape, over box: Box, _ slopes: [Interval],
    fixing variable: Int, at level: Double
  ) -> Interval {
    var low = box
    low[variable] = Interval(level)
    var high = low
    for w in tape.variables where w != variable {
      if slopes[w].isNonnegative {
        (low[w], high[w]) = (Interval(box[w].lower), Interval(box[w].upper))
      } else if slopes[w].isNonpositive {
        (low[w], high[w]) = (Interval(box[w].upper), Interval(box[w].lower))
      }
    }
    let least = tape.value(parameters: parameterValues, levels: low)
    guard low != high else { return least }
    let most = tape.value(parameters: parameterValues, levels: high)
    return Interval(
      lower: least.lower, upper: Swift.max(least.lower, most.upper))
  }
}
