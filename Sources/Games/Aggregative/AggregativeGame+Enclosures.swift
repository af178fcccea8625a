import LinearAlgebra
import Scalars

// The same over intervals. Aggregates of a box are exact up to rounding, since
// they are linear; what is lost is that several aggregates share levels.

extension AggregativeGame {
  /// Encloses the aggregates of the player, then the payoff.
  @inlinable
  public func payoffEnclosure(of player: Int, over box: Box) -> Interval {
    payoff(of: player, at: box)
  }

  /// Encloses every payoff in one pass over the links; of players not looked at
  /// when the work was to stop nothing is known.
  @inlinable
  public func payoffEnclosures(over box: Box) -> [Interval] {
    let state = AggregateState(aggregates, count: aggregates.count, at: box)
    return Parallel.values(box.count, ifStopped: .entire) {
      payoff(
        of: $0, own: box[$0], aggregates: state.values(of: $0, at: box))
    }
  }

  /// Encloses the expansion of the payoff in the own level.
  @inlinable
  public func ownEnclosure(of player: Int, over box: Box) -> OwnEnclosure {
    var values = Aggregates<Interval>()
    for (k, aggregate) in aggregates.enumerated() {
      values[k] = aggregate.value(of: player, at: box)
    }
    return ownEnclosure(of: player, own: box[player], aggregates: values)
  }

  /// Encloses value, slope and curvature of a payoff in the own level.
  @inlinable
  public func ownEnclosure(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> OwnEnclosure {
    let slopes = marginalSlopes(of: player, own: own, aggregates: aggregates)
    return OwnEnclosure(
      value: payoff(of: player, own: own, aggregates: aggregates),
      gradient: [slopes.value], hessian: [ownSlope(of: player, slopes)])
  }

  /// Encloses every marginal payoff in one pass over the links.
  @inlinable
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    let state = AggregateState(
      aggregates, count: marginalAggregateCount, at: box)
    Parallel.fill(&gradient, box.count) { i in
      marginal(of: i, own: box[i], aggregates: state.values(of: i, at: box))
    }
  }

  /// Encloses marginal payoffs and their slopes, row by row.
  @inlinable
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    let count = marginalAggregateCount
    let n = box.count
    let state = AggregateState(aggregates, count: count, at: box)
    for i in 0..<n {
      let slopes = marginalSlopes(
        of: i, own: box[i], aggregates: state.values(of: i, at: box))
      gradient[i] = slopes.value
      for j in 0..<n { jacobian[i * n + j] = .zero }
      jacobian[i * n + i] = slopes.own
      for k in 0..<count {
        forEachDirection(k + 1, of: i) { j, weight in
          jacobian[i * n + j] += slopes.aggregates[k] * weight
        }
      }
    }
  }

  /// Encloses the weighted sum of payoffs, its gradient and its Hessian.
  @inlinable
  public func weightedEnclosure(
    _ weights: [Double], over box: Box, gradient: inout [Interval],
    hessian: inout [Interval]
  ) -> Interval {
    let n = box.count
    let state = AggregateState(aggregates, count: aggregates.count, at: box)
    var value = Interval.zero
    for k in gradient.indices { gradient[k] = .zero }
    for k in hessian.indices { hessian[k] = .zero }
    for i in 0..<n where weights[i] != 0 {
      let values = state.values(of: i, at: box)
      let expansion = expansion(of: i, own: box[i], aggregates: values)
      let slopes = sharpSlopes(
        of: i, own: box[i], aggregates: values, expansion)
      value += Interval(weights[i]) * expansion.value
      for direction in 0...aggregates.count {
        let slope =
          Interval(weights[i])
          * (direction == 0 ? slopes.own : slopes.aggregates[direction - 1])
        forEachDirection(direction, of: i) { j, weight in
          gradient[j] += slope * weight
        }
      }
      addCurvature(expansion, of: i, times: weights[i]) { row, column, value in
        hessian[row * n + column] += value
      }
    }
    return value
  }

  /// The regret of each player in one pass over the links; see ``Game``. Of
  /// players not looked at when the work was to stop nothing is known but that
  /// it is not negative.
  @inlinable
  public func regrets(
    at levels: Profile<Double>, search: DeviationSearch
  ) -> [Interval] {
    precondition(
      strategies.contains(levels), "the profile lies outside the strategies")
    let unknown = Interval(lower: 0, upper: .infinity)
    guard isDefined(over: strategies.box) else {
      return levels.indices.map {
        Cancellation.isRequested
          ? unknown : regret(of: $0, at: levels, search: search)
      }
    }
    let box = levels.map { Interval($0) }
    let state = AggregateState(aggregates, count: aggregates.count, at: box)
    return Parallel.values(levels.count, ifStopped: unknown) { i in
      var others = state.values(of: i, at: box)
      var weights = Aggregates<Interval>()
      for (k, aggregate) in aggregates.enumerated() {
        weights[k] = aggregate.ownWeightEnclosure(of: i)
        others[k] = others[k].removing(weights[k] * box[i])
      }
      func seen(_ own: Interval) -> Aggregates<Interval> {
        var values = others
        for k in aggregates.indices { values[k] += weights[k] * own }
        return values
      }
      let strategy = Interval(
        lower: strategies.lowerBounds[i], upper: strategies.upperBounds[i])
      let gain = search.gain(
        over: strategy, from: levels[i],
        slope: marginal(of: i, own: box[i], aggregates: seen(box[i])),
        curvature: ownCurvature(
          of: i, own: strategy, aggregates: seen(strategy)))
      if let gain { return gain }
      guard !Cancellation.isRequested else { return unknown }
      return search.gain(over: [strategy], from: [levels[i]]) { own in
        ownEnclosure(of: i, own: own[0], aggregates: seen(own[0]))
      }
    }
  }
}
