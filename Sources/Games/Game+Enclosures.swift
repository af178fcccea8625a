import LinearAlgebra

// The same derivatives over intervals: each result holds for every profile of
// the box.

extension Game {
  /// Evaluates the payoff over intervals.
  @inlinable
  public func payoffEnclosure(of player: Int, over box: Box) -> Interval {
    payoff(of: player, at: box)
  }

  /// Differentiates the payoff twice in the own variables over intervals.
  @inlinable
  public func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    let own = strategies.variables(of: player)
    var result = OwnEnclosure(
      value: payoff(of: player, at: box), gradient: [], hessian: [])
    var jets = box.map { First(constant: First(constant: $0)) }
    for v in own {
      jets[v].slopes[0] = 1
      for w in own {
        jets[w].value.slopes[0] = 1
        let slope = payoff(of: player, at: jets).slopes[0]
        if w == own.first { result.gradient.append(slope.value) }
        result.hessian.append(slope.slopes[0])
        jets[w].value.slopes[0] = 0
      }
      jets[v].slopes[0] = 0
    }
    return result
  }

  /// Differentiates each payoff in its player's own variables over intervals.
  @inlinable
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    var jets = box.map { First(constant: $0) }
    forEachSeed(&jets, First.init(_:along:)) { player, variable, jets in
      gradient[variable] = payoff(of: player, at: jets).slopes[0]
    }
  }

  /// Differentiates twice over intervals; if the work is to stop, nothing is
  /// known.
  @inlinable
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let dimension = strategies.dimension
    let isKnown = secondDerivatives(at: box, mayStop: true) {
      player, variable, block, slope in
      gradient[variable] = slope.value
      for (k, column) in block.enumerated() {
        jacobian[variable * dimension + column] = slope.slopes[k]
      }
    }
    guard !isKnown else { return }
    for v in gradient.indices { gradient[v] = .entire }
    for k in jacobian.indices { jacobian[k] = .entire }
  }

  /// Sums weighted payoffs over intervals and differentiates the sum twice.
  @inlinable
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) -> Interval {
    let dimension = strategies.dimension
    weightedDerivatives(weights, at: box) { variable, block, slope in
      gradient[variable] = slope.value
      for (k, w) in block.enumerated() {
        hessian[variable * dimension + w] = slope.slopes[k]
      }
    }
    var value = Interval.zero
    for player in 0..<playerCount where weights[player] != 0 {
      value += Interval(weights[player]) * payoff(of: player, at: box)
    }
    return value
  }
}
