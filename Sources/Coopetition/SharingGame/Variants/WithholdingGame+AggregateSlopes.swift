import Games

// How the payoff of a firm that shares all or nothing changes with what it sees
// of the others: as in the game with levels at either end, and linear between.

extension WithholdingGame {
  /// The slopes of the payoff in each aggregate.
  public func aggregateSlopes(
    of firm: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Aggregates<Double> {
    slopes(of: firm, own: own, aggregates, mean: mean) {
      base.aggregateSlopes(of: firm, own: $0, aggregates: $1)
    }
  }

  /// Encloses the slopes of the payoff in each aggregate.
  public func aggregateSlopes(
    of firm: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Aggregates<Interval> {
    slopes(of: firm, own: own, aggregates, mean: mean) {
      base.aggregateSlopes(of: firm, own: $0, aggregates: $1)
    }
  }

  /// The slopes in each aggregate with their own slopes.
  public func expandedAggregateSlopes(
    of firm: Int, own: Double, aggregates: Aggregates<Double>
  ) -> InlineArray<4, Slopes<Double>> {
    expanded(of: firm, own: own, aggregates, mean: mean) {
      base.expandedAggregateSlopes(of: firm, own: $0, aggregates: $1)
    }
  }

  /// Encloses the slopes in each aggregate with their own slopes.
  public func expandedAggregateSlopes(
    of firm: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> InlineArray<4, Slopes<Interval>> {
    expanded(of: firm, own: own, aggregates, mean: mean) {
      base.expandedAggregateSlopes(of: firm, own: $0, aggregates: $1)
    }
  }

  private func mean(_ low: Double, _ high: Double, _ share: Double) -> Double {
    low + share * (high - low)
  }

  /// Encloses a mean, which lies between what it is the mean of.
  ///
  /// - Precondition: The share is in [0, 1], as that of a cap is.
  private func mean(
    _ low: Interval, _ high: Interval, _ share: Interval
  ) -> Interval {
    let sum = low + share * (high - low)
    return sum.intersection(low.hull(high)) ?? sum
  }

  private func slopes<S: Scalar>(
    of firm: Int, own: S, _ others: Aggregates<S>,
    mean: (_ low: S, _ high: S, _ share: S) -> S,
    atEnd slopes: (S, Aggregates<S>) -> Aggregates<S>
  ) -> Aggregates<S> {
    var result = slopes(.zero, others)
    let cap = strategies.upperBounds[firm]
    guard cap > 0 else { return result }
    let high = slopes(S(cap), seen(by: firm, sharing: cap, others))
    for k in aggregates.indices {
      result[k] = mean(result[k], high[k], own / S(cap))
    }
    return result
  }

  private func expanded<S: Scalar>(
    of firm: Int, own: S, _ others: Aggregates<S>,
    mean: (_ low: S, _ high: S, _ share: S) -> S,
    atEnd slopes: (S, Aggregates<S>) -> InlineArray<4, Slopes<S>>
  ) -> InlineArray<4, Slopes<S>> {
    var result = slopes(.zero, others)
    let cap = strategies.upperBounds[firm]
    guard cap > 0 else {
      for k in result.indices { result[k].own = .zero }
      return result
    }
    let high = slopes(S(cap), seen(by: firm, sharing: cap, others))
    let share = own / S(cap)
    for k in aggregates.indices {
      result[k].own = (high[k].value - result[k].value) / S(cap)
      result[k].value = mean(result[k].value, high[k].value, share)
      for l in aggregates.indices {
        result[k].aggregates[l] = mean(
          result[k].aggregates[l], high[k].aggregates[l], share)
      }
    }
    return result
  }
}
