// Derivatives for problems too large for a matrix: along one direction, or
// one gradient at a time.

extension Game {
  /// Differentiates each payoff along the direction, one pass.
  @inlinable
  public func payoffSlopes(
    at levels: Profile<Double>, along direction: [Double],
    into slopes: inout [Double]
  ) {
    let jets = zip(levels, direction).map { level, slope in
      First<Double>(value: level, slopes: [slope])
    }
    for player in 0..<playerCount {
      slopes[player] = payoff(of: player, at: jets).slopes[0]
    }
  }

  /// Differentiates the slopes along the direction, eight variables at a time.
  @inlinable
  public func weightedHessianProduct(
    _ weights: [Double], at levels: Profile<Double>,
    along direction: [Double], into product: inout [Double]
  ) {
    let dimension = strategies.dimension
    var jets = zip(levels, direction).map { level, slope in
      Second<Double>(value: Jet(level), slopes: [Jet(slope)])
    }
    for start in stride(from: 0, to: dimension, by: lanes) {
      let block = start..<min(start + lanes, dimension)
      for v in block { jets[v].value.slopes[v - start] = 1 }
      var sum = Jet<Double, 8>.zero
      for player in 0..<playerCount where weights[player] != 0 {
        sum += Jet(weights[player]) * payoff(of: player, at: jets).slopes[0]
      }
      for v in block {
        product[v] = sum.slopes[v - start]
        jets[v].value.slopes[v - start] = 0
      }
    }
  }

  /// That which comes with the gradient.
  @inlinable
  public func weightedEnclosure(
    _ weights: [Double], over box: Box
  ) -> Interval {
    var gradient = [Interval](repeating: .zero, count: strategies.dimension)
    return weightedEnclosure(weights, over: box, gradient: &gradient)
  }

  /// Differentiates the weighted payoffs over intervals, eight variables at a
  /// time.
  @inlinable
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval]
  ) -> Interval {
    let dimension = strategies.dimension
    var jets = box.map { Jet<Interval, 8>(constant: $0) }
    var value = Interval.zero
    for start in stride(from: 0, to: max(dimension, 1), by: lanes) {
      let block = start..<min(start + lanes, dimension)
      for v in block { jets[v].slopes[v - start] = 1 }
      var sum = Jet<Interval, 8>.zero
      for player in 0..<playerCount where weights[player] != 0 {
        sum += Jet(weights[player]) * payoff(of: player, at: jets)
      }
      value = sum.value
      for v in block {
        gradient[v] = sum.slopes[v - start]
        jets[v].slopes[v - start] = 0
      }
    }
    return value
  }
}
