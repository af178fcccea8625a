import Scalars

extension AggregativeGame {
  /// Bounds each level from both sides by linear functions of the aggregate
  /// that moves its marginal payoff most; see `ResponseSide`.
  ///
  /// - Complexity: One pass over the links and a fixed number of evaluations
  ///   for each player.
  @inlinable
  public func linearConditions(over box: Box) -> [LinearCondition] {
    let count = marginalAggregateCount
    let state = AggregateState(aggregates, count: count, at: box)
    var conditions: [LinearCondition] = []
    for i in box.indices {
      let values = state.values(of: i, at: box)
      let slopes = marginalSlopes(of: i, own: box[i], aggregates: values)
      guard ownSlope(of: i, slopes).isNonpositive,
        let k = leadingAggregate(of: i, values, slopes)
      else { continue }
      for isUpper in [true, false] {
        conditions +=
          ResponseSide(
            self, of: i, aggregate: k, own: box[i], values: values,
            slopes: slopes, isUpper: isUpper
          ).conditions
      }
    }
    return conditions
  }

  /// The aggregate that moves the marginal payoff most over a box, among those
  /// with slopes of known sign that do not contain the own level.
  @inlinable
  func leadingAggregate(
    of player: Int, _ values: Aggregates<Interval>, _ slopes: Slopes<Interval>
  ) -> Int? {
    var best: (index: Int, reach: Double)?
    for k in 0..<marginalAggregateCount
    where aggregates[k].ownWeight(of: player) == 0 && values[k].isBounded {
      let slope = slopes.aggregates[k]
      guard slope.isNonnegative || slope.isNonpositive else { continue }
      let reach = slope.magnitude * values[k].width
      if reach > best?.reach ?? 0 { best = (k, reach) }
    }
    return best?.index
  }
}
