import LinearAlgebra
import Scalars

// The same through the aggregates: a pass over the links and one over the
// transposed links. With B_i = (e_i, A¹_i, …, A^K_i) and the expansion of the
// payoff in own level and aggregates,
//
//   ∇u_i · d = slopes_i · B_i d,    Σ_i w_i ∇²u_i d = Σ_i w_i B_iᵀ (H_i B_i d).

extension AggregativeGame {
  /// Differentiates each payoff along the direction in one pass over the
  /// links.
  @inlinable
  public func payoffSlopes(
    at levels: Profile<Double>, along direction: [Double],
    into slopes: inout [Double]
  ) {
    let count = aggregates.count
    let state = AggregateState(aggregates, count: count, at: levels)
    let change = AggregateState(aggregates, count: count, at: direction)
    for i in levels.indices {
      let values = state.values(of: i, at: levels)
      let changes = change.values(of: i, at: direction)
      var jets = values.map { Jet<Double, 1>(constant: $0) }
      for k in 0..<count { jets[k].slopes[0] = changes[k] }
      let own = Jet<Double, 1>(value: levels[i], slopes: [direction[i]])
      slopes[i] = payoff(of: i, own: own, aggregates: jets).slopes[0]
    }
  }

  /// Multiplies the Hessian with the direction in two passes over the links.
  @inlinable
  public func weightedHessianProduct(
    _ weights: [Double], at levels: Profile<Double>,
    along direction: [Double], into product: inout [Double]
  ) {
    let count = aggregates.count
    let state = AggregateState(aggregates, count: count, at: levels)
    let change = AggregateState(aggregates, count: count, at: direction)
    var factors = [[Double]](
      repeating: [Double](repeating: 0, count: levels.count), count: count)
    for i in levels.indices {
      let values = state.values(of: i, at: levels)
      let changes = change.values(of: i, at: direction)
      var jets = Aggregates<Jet<Jet<Double, 5>, 1>>()
      for k in 0..<4 {
        jets[k] = Jet(
          value: Jet(values[k], along: k + 1), slopes: [Jet(changes[k])])
      }
      let own = Jet<Jet<Double, 5>, 1>(
        value: Jet(levels[i], along: 0), slopes: [Jet(direction[i])])
      let slopes = payoff(of: i, own: own, aggregates: jets).slopes[0].slopes
      product[i] = weights[i] * slopes[0]
      for k in 0..<count { factors[k][i] = weights[i] * slopes[k + 1] }
    }
    for k in 0..<count { aggregates[k].addTransposed(factors[k], to: &product) }
  }

  /// Encloses the weighted sum of payoffs and its gradient in two passes over
  /// the links; nothing is known of them when the work was to stop.
  @inlinable
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval]
  ) -> Interval {
    let count = aggregates.count
    let state = AggregateState(aggregates, count: count, at: box)
    let unknown = Slopes(
      value: Interval.entire, own: .entire, aggregates: Aggregates())
    let slopes = Parallel.values(box.count, ifStopped: unknown) {
      payoffSlopes(
        of: $0, own: box[$0], aggregates: state.values(of: $0, at: box))
    }
    guard !Cancellation.isRequested else {
      for i in gradient.indices { gradient[i] = .entire }
      return .entire
    }
    var value = Interval.zero
    for i in box.indices where weights[i] != 0 {
      value += Interval(weights[i]) * slopes[i].value
    }
    Parallel.fill(&gradient, box.count) {
      Interval(weights[$0]) * slopes[$0].own
    }
    for k in 0..<count {
      let factors = Parallel.values(box.count) {
        Interval(weights[$0]) * slopes[$0].aggregates[k]
      }
      aggregates[k].addTransposed(factors, to: &gradient)
    }
    return value
  }

  /// Encloses the weighted sum of payoffs in one pass over the links; nothing is
  /// known of it when the work was to stop.
  @inlinable
  public func weightedEnclosure(
    _ weights: [Double], over box: Box
  ) -> Interval {
    let payoffs = payoffEnclosures(over: box)
    return box.indices.reduce(.zero) { sum, i in
      weights[i] == 0 ? sum : sum + Interval(weights[i]) * payoffs[i]
    }
  }
}
