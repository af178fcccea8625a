import Scalars

// Where a marginal payoff falls with the own level over a box, the best
// response lies where its sign changes. With the aggregates at the ends that
// are best for the player, every level above the change is excluded; with the
// worst ends, every level below. Nothing but rounding and the width of the
// search is lost if the marginal payoff is monotone in each aggregate.

/// How many points are tried to find where a marginal payoff changes its sign.
@usableFromInline let responseSteps = 24
/// The share of a level's interval up to which the change of sign is found.
@usableFromInline let responseResolution = 0x1p-12

extension AggregativeGame {
  /// Shrinks each level to the best responses to what others do in a box.
  ///
  /// - Parameter box: A part of the strategy space; players are taken in turn,
  ///   each one seeing what is left of those before it.
  /// - Complexity: One pass over the links and a few evaluations a player.
  /// - Returns: False if it is proven that no equilibrium lies in the box.
  @inlinable
  func shrinkToResponses(_ box: inout Box) -> Bool {
    let count = marginalAggregateCount
    let state = AggregateState(aggregates, count: count, at: box)
    for i in box.indices where !box[i].isPoint {
      let values = state.values(of: i, at: box)
      let slopes = marginalSlopes(of: i, own: box[i], aggregates: values)
      guard ownSlope(of: i, slopes).isNonpositive else { continue }
      for isUpper in [true, false] where !box[i].isPoint {
        let own = box[i]
        guard
          let end = responseEnd(
            isUpper: isUpper, within: own,
            bound: strategies.bound(of: i, isUpper: !isUpper),
            marginal: { level in
              marginalBound(
                of: i, own: Interval(level), insteadOf: own,
                aggregates: values, slopes, isUpper: isUpper)
            })
        else { return false }
        box[i] =
          isUpper
          ? Interval(lower: own.lower, upper: end)
          : Interval(lower: end, upper: own.upper)
      }
    }
    return true
  }

  /// The end of the levels that can be best responses; nil if none can be.
  ///
  /// - Parameters:
  ///   - isUpper: Whether the upper end is sought.
  ///   - own: The interval of the level.
  ///   - bound: The bound of the strategies on the other side, where a level
  ///     stays though its marginal payoff points beyond.
  ///   - marginal: A bound on the marginal payoff at a level on the side that
  ///     is sought; it falls with the level.
  /// - Returns: A level beyond which there is no best response.
  @inlinable
  func responseEnd(
    isUpper: Bool, within own: Interval, bound: Double,
    marginal: (Double) -> Double
  ) -> Double? {
    let sign = isUpper ? 1.0 : -1
    var excluded = isUpper ? own.upper : own.lower
    var possible = isUpper ? own.lower : own.upper
    var below = sign * marginal(excluded)
    guard below < 0 else { return excluded }
    var above = sign * marginal(possible)
    if above < 0 { return possible == bound ? possible : nil }
    let tolerance = responseResolution * own.width
    for _ in 0..<responseSteps where abs(excluded - possible) > tolerance {
      // The Illinois rule, kept off the ends.
      let share = min(max(below / (below - above), 1 / 64), 63 / 64)
      let level = excluded + (possible - excluded) * (share.isNaN ? 0.5 : share)
      let value = sign * marginal(level)
      if value < 0 {
        (excluded, below, above) = (level, value, above / 2)
      } else {
        (possible, above, below) = (level, value, below / 2)
      }
    }
    return excluded
  }
}

extension StrategySpace {
  /// The upper or the lower bound of a variable.
  @inlinable
  func bound(of variable: Int, isUpper: Bool) -> Double {
    isUpper ? upperBounds[variable] : lowerBounds[variable]
  }
}
