import LinearAlgebra
import Scalars

// What `Game` asks for, by the chain rule through the aggregates:
//
//   F_i = marginal_i(x_i, a_i)
//   ∂F_i/∂x_j = δ_ij ∂F_i/∂own + Σ_k ∂F_i/∂a_k A^k_ij
//   Σ_i w_i ∇²u_i = Σ_i w_i B_iᵀ H_i B_i,   B_i = (e_i, A¹_i, …, A^K_i)

/// Up to this number of players aggregates are read player by player, which
/// allocates nothing.
@usableFromInline let fewPlayers = 60

extension AggregativeGame {
  /// Evaluates the aggregates of the player, then the payoff.
  @inlinable
  public func payoff<S: Scalar>(
    of player: Int, at levels: Profile<S>
  ) -> S {
    var values = Aggregates<S>()
    for (k, aggregate) in aggregates.enumerated() {
      values[k] = aggregate.value(of: player, at: levels)
    }
    return payoff(of: player, own: levels[player], aggregates: values)
  }

  /// Evaluates every payoff in one pass over the links.
  @inlinable
  public func payoffs(at levels: Profile<Double>) -> [Double] {
    guard levels.count <= fewPlayers else {
      let table = AggregateTable(aggregates, at: levels)
      return Parallel.values(levels.count) {
        payoff(of: $0, own: levels[$0], aggregates: table.values(of: $0))
      }
    }
    let state = AggregateState(aggregates, count: aggregates.count, at: levels)
    return levels.indices.map {
      payoff(
        of: $0, own: levels[$0], aggregates: state.values(of: $0, at: levels))
    }
  }

  /// Evaluates every marginal payoff in one pass over the links.
  @inlinable
  public func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    let state = AggregateState(
      aggregates, count: marginalAggregateCount, at: levels)
    Parallel.fill(&gradient, levels.count) { i in
      marginal(
        of: i, own: levels[i], aggregates: state.values(of: i, at: levels))
    }
  }

  /// Evaluates marginal payoffs and their slopes, row by row.
  @inlinable
  public func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    let count = marginalAggregateCount
    let state = AggregateState(aggregates, count: count, at: levels)
    let n = levels.count
    jacobian.elements.withUnsafeMutableBufferPointer { elements in
      elements.update(repeating: 0)
      for i in 0..<n {
        let slopes = marginalSlopes(
          of: i, own: levels[i], aggregates: state.values(of: i, at: levels))
        gradient[i] = slopes.value
        elements[i + i * n] = slopes.own
        for k in 0..<count where slopes.aggregates[k] != 0 {
          aggregates[k].forEachCoefficient(of: i) { j, weight in
            elements[i + j * n] += slopes.aggregates[k] * weight
          }
        }
      }
    }
  }

  /// Differentiates each payoff through the aggregates; dense.
  @inlinable
  public func payoffGradients(at levels: Profile<Double>) -> Matrix {
    let state = AggregateState(aggregates, count: aggregates.count, at: levels)
    var gradients = Matrix(rows: playerCount, columns: playerCount)
    for i in levels.indices {
      let slopes = payoffSlopes(
        of: i, own: levels[i], aggregates: state.values(of: i, at: levels))
      gradients[i, i] += slopes.own
      for (k, aggregate) in aggregates.enumerated() {
        aggregate.forEachCoefficient(of: i) { j, weight in
          gradients[i, j] += slopes.aggregates[k] * weight
        }
      }
    }
    return gradients
  }

  /// Differentiates the weighted payoffs in one pass over the links and one
  /// over the transposed links.
  @inlinable
  public func weightedGradient(
    _ weights: [Double], at levels: Profile<Double>,
    into gradient: inout [Double]
  ) {
    let count = aggregates.count
    let table = AggregateTable(aggregates, at: levels)
    let slopes = Parallel.values(levels.count) {
      payoffSlopes(of: $0, own: levels[$0], aggregates: table.values(of: $0))
    }
    Parallel.fill(&gradient, levels.count) { weights[$0] * slopes[$0].own }
    for k in 0..<count {
      let factors = Parallel.values(levels.count) {
        weights[$0] * slopes[$0].aggregates[k]
      }
      aggregates[k].addTransposed(factors, to: &gradient)
    }
  }

  /// Sums `w_i B_iᵀ H_i B_i` over the players; dense.
  @inlinable
  public func weightedHessian(
    _ weights: [Double], at levels: Profile<Double>, into hessian: inout Matrix
  ) {
    let n = levels.count
    let state = AggregateState(aggregates, count: aggregates.count, at: levels)
    for k in hessian.elements.indices { hessian.elements[k] = 0 }
    for i in levels.indices where weights[i] != 0 {
      let expansion = expansion(
        of: i, own: levels[i], aggregates: state.values(of: i, at: levels))
      addCurvature(expansion, of: i, times: weights[i]) { row, column, value in
        hessian.elements[row + column * n] += value
      }
    }
  }

  /// The payoff with its slopes in the own level and the aggregates, along as
  /// many directions as there may be.
  @inlinable
  func payoffSlopes<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> Slopes<S> {
    if self.aggregates.count <= 2 {
      let jet: Jet<S, 3> = slopeJet(of: player, own, aggregates)
      return Slopes(jet)
    }
    let jet: Jet<S, 5> = slopeJet(of: player, own, aggregates)
    return Slopes(jet)
  }

  @inlinable
  func slopeJet<S: Scalar, let directions: Int>(
    of player: Int, _ own: S, _ aggregates: Aggregates<S>
  ) -> Jet<S, directions> {
    var jets = Aggregates<Jet<S, directions>>()
    for k in 1..<directions { jets[k - 1] = Jet(aggregates[k - 1], along: k) }
    return payoff(of: player, own: Jet(own, along: 0), aggregates: jets)
  }

  /// Adds `weight · B_iᵀ H_i B_i` to a matrix, element by element.
  @inlinable
  func addCurvature<S: Scalar>(
    _ expansion: Expansion<S>, of player: Int, times weight: Double,
    _ add: (_ row: Int, _ column: Int, _ value: S) -> Void
  ) {
    for first in 0...aggregates.count {
      for second in 0...aggregates.count {
        let curvature = expansion.curvature(first, second)
        guard curvature != .zero else { continue }
        let scaled = S(weight) * curvature
        forEachDirection(first, of: player) { row, left in
          forEachDirection(second, of: player) { column, right in
            add(row, column, scaled * left * right)
          }
        }
      }
    }
  }

  /// Calls `body` with the nonzero elements of a row of `B_i`.
  @inlinable
  func forEachDirection<S: Scalar>(
    _ direction: Int, of player: Int, _ body: (Int, S) -> Void
  ) {
    guard direction > 0 else { return body(player, 1) }
    let aggregate = aggregates[direction - 1]
    aggregate.forEachCoefficient(of: player) { j, weight in
      body(j, S(weight, relativeError: aggregate.relativeError))
    }
  }
}
