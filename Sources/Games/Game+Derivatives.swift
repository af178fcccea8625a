import LinearAlgebra

// Automatic differentiation of `payoff`. Everything is inlinable, so that the
// defaults are specialised in the module that declares a game.
//
// Second derivatives: an outer jet along one variable v around inner jets
// along a block of `lanes` variables. The outer slope of u is ∂u/∂x_v, and its
// inner slopes are ∂²u/∂x_v∂x_w for the block.

@usableFromInline typealias First<Base: Scalar> = Jet<Base, 1>
@usableFromInline typealias Second<Base: Scalar> = Jet<Jet<Base, 8>, 1>

/// The width of a block of directions that are differentiated together.
@usableFromInline let lanes = 8

extension Game {
  /// Evaluates the payoff of every player.
  @inlinable
  public func payoffs(at levels: Profile<Double>) -> [Double] {
    (0..<playerCount).map { payoff(of: $0, at: levels) }
  }

  /// Differentiates each payoff in its player's own variables, one pass each.
  @inlinable
  public func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    var jets = levels.map { First(constant: $0) }
    forEachSeed(&jets, First.init(_:along:)) { player, variable, jets in
      gradient[variable] = payoff(of: player, at: jets).slopes[0]
    }
  }

  /// Differentiates twice, one pass for each variable and block of eight.
  @inlinable
  public func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    secondDerivatives(at: levels) { player, variable, block, slope in
      gradient[variable] = slope.value
      for (k, column) in block.enumerated() {
        jacobian[variable, column] = slope.slopes[k]
      }
    }
  }

  /// Differentiates each payoff in all variables, eight at a time.
  @inlinable
  public func payoffGradients(at levels: Profile<Double>) -> Matrix {
    let dimension = strategies.dimension
    var gradients = Matrix(rows: playerCount, columns: dimension)
    var jets = levels.map { Jet<Double, 8>(constant: $0) }
    for start in stride(from: 0, to: dimension, by: lanes) {
      let block = start..<min(start + lanes, dimension)
      for v in block { jets[v].slopes[v - start] = 1 }
      for player in 0..<playerCount {
        let slopes = payoff(of: player, at: jets).slopes
        for v in block { gradients[player, v] = slopes[v - start] }
      }
      for v in block { jets[v].slopes[v - start] = 0 }
    }
    return gradients
  }

  /// Sums the weighted rows of ``payoffGradients(at:)``.
  @inlinable
  public func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double]
  ) {
    let gradients = payoffGradients(at: levels)
    for v in 0..<gradients.columns {
      gradient[v] = 0
      for i in 0..<gradients.rows {
        gradient[v] += weights[i] * gradients[i, v]
      }
    }
  }

  /// Differentiates every payoff twice in all variables.
  @inlinable
  public func weightedHessian(
    _ weights: [Double], at levels: Profile<Double>, into hessian: inout Matrix
  ) {
    weightedDerivatives(weights, at: levels) { variable, block, slope in
      for (k, w) in block.enumerated() {
        hessian[variable, w] = slope.slopes[k]
      }
    }
  }

  /// Calls `body` with each variable seeded in turn.
  @inlinable
  func forEachSeed<S: Scalar>(
    _ jets: inout [Jet<S, 1>], _ seed: (S, Int) -> Jet<S, 1>,
    _ body: (_ player: Int, _ variable: Int, _ jets: [Jet<S, 1>]) -> Void
  ) {
    for player in 0..<playerCount {
      for v in strategies.variables(of: player) {
        jets[v] = seed(jets[v].value, 0)
        body(player, v, jets)
        jets[v].slopes[0] = .zero
      }
    }
  }

  /// Calls `body` with the own slope `∂u_i/∂x_v` of each variable v and its
  /// slopes along each block of variables.
  ///
  /// - Returns: Whether it was called for all of them: false only if the work
  ///   may be stopped, and was to stop.
  @inlinable @discardableResult
  func secondDerivatives<S: Scalar>(
    at levels: Profile<S>, mayStop: Bool = false,
    _ body: (
      _ player: Int, _ variable: Int, _ block: Range<Int>, _ slope: Jet<S, 8>
    ) -> Void
  ) -> Bool {
    let dimension = strategies.dimension
    var jets = levels.map { Second<S>(constant: Jet(constant: $0)) }
    for start in stride(from: 0, to: dimension, by: lanes) {
      if mayStop, Cancellation.isRequested { return false }
      let block = start..<min(start + lanes, dimension)
      for w in block { jets[w].value.slopes[w - start] = 1 }
      for player in 0..<playerCount {
        for v in strategies.variables(of: player) {
          jets[v].slopes[0] = 1
          body(player, v, block, payoff(of: player, at: jets).slopes[0])
          jets[v].slopes[0] = .zero
        }
      }
      for w in block { jets[w].value.slopes[w - start] = .zero }
    }
    return true
  }

  /// Calls `body` with the slope of the weighted sum of payoffs in each
  /// variable and its slopes along each block of variables.
  @inlinable
  func weightedDerivatives<S: Scalar>(
    _ weights: [Double], at levels: Profile<S>,
    _ body: (_ variable: Int, _ block: Range<Int>, _ slope: Jet<S, 8>) -> Void
  ) {
    let dimension = strategies.dimension
    var jets = levels.map { Second<S>(constant: Jet(constant: $0)) }
    for v in 0..<dimension {
      jets[v].slopes[0] = 1
      for start in stride(from: 0, to: dimension, by: lanes) {
        let block = start..<min(start + lanes, dimension)
        for w in block { jets[w].value.slopes[w - start] = 1 }
        var sum = Jet<S, 8>.zero
        for player in 0..<playerCount where weights[player] != 0 {
          sum += Jet(weights[player]) * payoff(of: player, at: jets).slopes[0]
        }
        body(v, block, sum)
        for w in block { jets[w].value.slopes[w - start] = .zero }
      }
      jets[v].slopes[0] = .zero
    }
  }
}
