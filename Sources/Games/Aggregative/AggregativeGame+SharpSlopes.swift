import Scalars

// Interval arithmetic loses when an argument comes twice, as s does in
// (1 + κs) / (1 + q(1 + κs)). Where a number is proven to rise or fall with an
// argument, only the argument's ends matter, and nothing is lost.

extension AggregativeGame {
  /// Encloses the payoff of a player and its slopes in the own level and the
  /// aggregates, using the signs of slopes and curvatures.
  ///
  /// - Complexity: Two evaluations of the payoff with slopes for each
  ///   direction.
  @inlinable
  func sharpSlopes(
    of player: Int, own: Interval, aggregates values: Aggregates<Interval>,
    _ expansion: Expansion<Interval>
  ) -> Slopes<Interval> {
    var result = Slopes(expansion.jet.value)
    let count = aggregates.count
    for direction in 0...count {
      let low = end(isUpper: false, own, values) {
        expansion.curvature(direction, $0)
      }
      let high = end(isUpper: true, own, values) {
        expansion.curvature(direction, $0)
      }
      let least = payoffSlopes(
        of: player, own: low.own, aggregates: low.aggregates
      ).slope(direction).lower
      let most = payoffSlopes(
        of: player, own: high.own, aggregates: high.aggregates
      ).slope(direction).upper
      let sharp = Interval(lower: least, upper: max(least, most))
      let slope = expansion.slope(direction)
      let both = slope.intersection(sharp) ?? slope
      if direction == 0 {
        result.own = both
      } else {
        result.aggregates[direction - 1] = both
      }
    }
    return result
  }

  /// The ends of the arguments at which a number with the given slopes is
  /// largest or smallest; the whole interval where the sign is unknown.
  @inlinable
  func end(
    isUpper: Bool, _ own: Interval, _ values: Aggregates<Interval>,
    _ slope: (_ direction: Int) -> Interval
  ) -> (own: Interval, aggregates: Aggregates<Interval>) {
    func end(of argument: Interval, _ slope: Interval) -> Interval {
      guard slope.isNonnegative || slope.isNonpositive else { return argument }
      return slope.isNonnegative == isUpper
        ? argument.upperEnd : argument.lowerEnd
    }
    var result = (own: end(of: own, slope(0)), aggregates: values)
    for k in aggregates.indices {
      result.aggregates[k] = end(of: values[k], slope(k + 1))
    }
    return result
  }
}
