import Scalars

// A player that stays below its upper bound in a box has a marginal payoff of
// at most zero at any equilibrium there, so what it sees of the others cannot
// be too favourable: aggregates that raise the marginal payoff are bounded
// from above. Each bound on `a_i = Σ_j A_ij x_j` in turn bounds every level in
// the sum. The same with signs exchanged for a player that stays above its
// lower bound.

/// How many points are tried to bound an aggregate: each halves what is left.
@usableFromInline let propagationSteps = 12

extension AggregativeGame {
  /// Shrinks levels to best responses; then bounds what each player can see of
  /// the others at an equilibrium, and the levels that it is made of.
  ///
  /// Aggregates that contain the player's own level are left as they are.
  ///
  /// - Complexity: One pass over the links.
  @inlinable
  public func propagateConditions(in box: inout Box) -> Bool {
    shrinkToResponses(&box) && boundAggregates(in: &box)
  }

  /// Bounds what each player can see of the others, and the levels that it is
  /// made of; false if nothing is left.
  @inlinable
  func boundAggregates(in box: inout Box) -> Bool {
    let count = marginalAggregateCount
    let start = box
    let state = AggregateState(aggregates, count: count, at: start)
    for i in start.indices {
      let staysBelow = start[i].upper < strategies.upperBounds[i]
      let staysAbove = start[i].lower > strategies.lowerBounds[i]
      guard staysBelow || staysAbove else { continue }
      let values = state.values(of: i, at: start)
      let slopes = marginalSlopes(of: i, own: start[i], aggregates: values)
      guard ownSlope(of: i, slopes).isNonpositive else { continue }
      for k in 0..<count where aggregates[k].ownWeight(of: i) == 0 {
        let sign = slopes.aggregates[k]
        guard sign.isNonnegative || sign.isNonpositive else { continue }
        var allowed = values[k]
        if staysBelow {
          let isOpen = exclude(
            from: &allowed, k, of: i, own: Interval(start[i].upper), sign: 1,
            box: start[i], values, slopes)
          guard isOpen else { return false }
        }
        if staysAbove {
          let isOpen = exclude(
            from: &allowed, k, of: i, own: Interval(start[i].lower), sign: -1,
            box: start[i], values, slopes)
          guard isOpen else { return false }
        }
        let isLeft = bound(
          &box, from: start, aggregates[k], of: i, values[k], within: allowed)
        guard isLeft else { return false }
      }
    }
    return true
  }

  /// Cuts off values of one aggregate at which `sign · F_i` is positive with
  /// the own level at the end of its interval, so that it is positive all over
  /// the box; false if nothing is left.
  @inlinable
  func exclude(
    from allowed: inout Interval, _ k: Int, of player: Int, own: Interval,
    sign: Double, box: Interval, _ values: Aggregates<Interval>,
    _ slopes: Slopes<Interval>
  ) -> Bool {
    let isRising = slopes.aggregates[k].isNonnegative == (sign > 0)
    func isExcluded(_ point: Double) -> Bool {
      var trial = values
      trial[k] = Interval(point)
      let marginal = sharpMarginal(
        of: player, own: own, insteadOf: box, aggregates: trial, slopes)
      return sign > 0 ? marginal.isPositive : marginal.isNegative
    }
    // The end where `sign · F_i` is greatest, and the one where it is least.
    var far = isRising ? allowed.upper : allowed.lower
    var near = isRising ? allowed.lower : allowed.upper
    guard far.isFinite, near.isFinite, isExcluded(far) else { return true }
    if isExcluded(near) { return false }
    for _ in 0..<propagationSteps {
      let middle = near + (far - near) / 2
      if isExcluded(middle) { far = middle } else { near = middle }
    }
    allowed =
      isRising
      ? Interval(lower: allowed.lower, upper: far)
      : Interval(lower: far, upper: allowed.upper)
    return true
  }

  /// Bounds the levels that an aggregate is made of, given the values that it
  /// may take; false if none is possible.
  ///
  /// With `a ≥ Σ_j min A_j x_j` each term exceeds its least value by at most
  /// what the aggregate's greatest allowed value leaves, and the other way
  /// round.
  @inlinable
  func bound(
    _ box: inout Box, from start: Box, _ aggregate: LinearAggregate,
    of player: Int, _ value: Interval, within allowed: Interval
  ) -> Bool {
    let above = (Interval(allowed.upper) - Interval(value.lower)).upper
    let below = (Interval(value.upper) - Interval(allowed.lower)).upper
    guard above >= 0, below >= 0 else { return false }
    guard above < value.width || below < value.width else { return true }
    var isOpen = true
    aggregate.forEachCoefficient(of: player) { j, coefficient in
      guard coefficient != 0, isOpen else { return }
      let weight = Interval(
        coefficient, relativeError: aggregate.relativeError)
      let rise = (Interval(above) / Interval(weight.mignitude)).upper
      let fall = (Interval(below) / Interval(weight.mignitude)).upper
      let (up, down) = coefficient > 0 ? (rise, fall) : (fall, rise)
      let range = Interval(
        lower: (Interval(start[j].upper) - Interval(down)).lower,
        upper: (Interval(start[j].lower) + Interval(up)).upper)
      if let rest = box[j].intersection(range) {
        box[j] = rest
      } else {
        isOpen = false
      }
    }
    return isOpen
  }
}
