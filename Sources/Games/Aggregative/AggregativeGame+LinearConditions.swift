import Scalars

extension AggregativeGame {
  /// Bounds each level from both sides by linear functions of the aggregate
  /// that moves its marginal payoff most; see `ResponseSide`.
  ///
  /// - Complexity: One pass over the links and a fixed number of evaluations
  ///   for each player.
  @inlinable
  public func linearConditions(
    over box: Box, where sums: [LinearSum]
  ) -> [LinearCondition] {
    var conditions: [LinearCondition] = []
    forEachResponseSide(over: box, where: sums) { conditions += $0.conditions }
    return conditions
  }

  /// What those players see that may stay at a bound of their strategies.
  ///
  /// - Complexity: That of ``linearConditions(over:where:)``.
  @inlinable
  public func linearSums(
    over box: Box, where sums: [LinearSum]
  ) -> [LinearSum] {
    var result: [LinearSum] = []
    forEachResponseSide(over: box, where: sums) { side in
      if let sum = side.sum { result.append(sum) }
    }
    return result
  }

  /// Calls `body` with both sides of each player whose responses have a shape
  /// over a box where sums have their least values.
  @inlinable
  func forEachResponseSide(
    over box: Box, where sums: [LinearSum],
    _ body: (ResponseSide<Self>) -> Void
  ) {
    let state = AggregateState(
      aggregates, count: marginalAggregateCount, at: box)
    let sums = Dictionary(grouping: sums, by: \.player)
    for i in box.indices {
      var values = state.values(of: i, at: box)
      for sum in sums[i] ?? [] {
        values[sum.aggregate] = sum.sharpened(values[sum.aggregate])
      }
      let slopes = marginalSlopes(of: i, own: box[i], aggregates: values)
      guard ownSlope(of: i, slopes).isNonpositive,
        let k = leadingAggregate(of: i, values, slopes)
      else { continue }
      for isUpper in [true, false] {
        body(
          ResponseSide(
            self, of: i, aggregate: k, own: box[i], values: values,
            slopes: slopes, isUpper: isUpper))
      }
    }
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
