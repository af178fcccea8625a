import Games
import LinearAlgebra

/// A game whose pseudo-gradient is one formula in any scalar.
///
/// Derivatives of it come from the same formula, eight variables at a time:
/// one derivative less than by the payoffs, and sharper over boxes.
protocol MarginalFormulas: Game {
  /// Writes every component of the pseudo-gradient; one after the other by
  /// default.
  func writeMarginals<S: Scalar>(
    at variables: Profile<S>, into gradient: inout [S])
}

extension MarginalFormulas {
  func writeMarginals<S: Scalar>(
    at variables: Profile<S>, into gradient: inout [S]
  ) {
    for v in variables.indices { gradient[v] = marginal(of: v, at: variables) }
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    writeMarginals(at: levels, into: &gradient)
  }

  func pseudoGradientEnclosure(over box: Box, into gradient: inout [Interval]) {
    writeMarginals(at: box, into: &gradient)
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    forEachMarginal(at: levels) { row, block, marginal in
      gradient[row] = marginal.value
      for (k, column) in block.enumerated() {
        jacobian[row, column] = marginal.slopes[k]
      }
    }
  }

  func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let dimension = strategies.dimension
    forEachMarginal(at: box) { row, block, marginal in
      gradient[row] = marginal.value
      for (k, column) in block.enumerated() {
        jacobian[row * dimension + column] = marginal.slopes[k]
      }
    }
  }

  /// A component with its slope in its own variable, which is known to be at
  /// most `most`: payoffs are concave in the own level.
  ///
  /// - Complexity: One marginal payoff.
  func ownMarginal(
    of variable: Int, over box: Box, slopeAtMost most: Double = 0
  ) -> (value: Interval, slope: Interval) {
    var jets = box.map { Jet<Interval, 1>(constant: $0) }
    jets[variable] = Jet(box[variable], along: 0)
    let marginal = marginal(of: variable, at: jets)
    let slope = marginal.slopes[0]
    return (
      marginal.value,
      Interval(
        lower: Swift.min(slope.lower, most), upper: Swift.min(slope.upper, most)
      )
    )
  }

  /// Bounds the components of some variables, which fall in their own variable,
  /// with that at either end; of others nothing is said.
  ///
  /// - Complexity: Three marginal payoffs a variable.
  func boundMarginals(
    of variables: Range<Int>, over box: Box, slopeAtMost most: Double = 0,
    into bounds: inout [MarginalBounds]
  ) {
    for v in bounds.indices { bounds[v] = .unknown }
    var end = box
    for v in variables {
      end[v] = Interval(box[v].lower)
      bounds[v].atLower = marginal(of: v, at: end)
      end[v] = Interval(box[v].upper)
      bounds[v].atUpper = marginal(of: v, at: end)
      end[v] = box[v]
      bounds[v].slope =
        ownMarginal(of: v, over: box, slopeAtMost: most).slope
    }
  }

  /// Calls `body` with each component and its slopes along each block of
  /// eight variables.
  private func forEachMarginal<S: Scalar>(
    at levels: Profile<S>,
    _ body: (_ row: Int, _ block: Range<Int>, _ marginal: Jet<S, 8>) -> Void
  ) {
    var jets = levels.map { Jet<S, 8>(constant: $0) }
    var marginals = jets
    for start in stride(from: 0, to: levels.count, by: 8) {
      let block = start..<Swift.min(start + 8, levels.count)
      for w in block { jets[w].slopes[w - start] = 1 }
      writeMarginals(at: jets, into: &marginals)
      for v in levels.indices { body(v, block, marginals[v]) }
      for w in block { jets[w].slopes[w - start] = .zero }
    }
  }
}
