import Scalars

/// What contraction needs of one variable over a box: its component of the
/// pseudo-gradient with the variable at either end of its interval and the
/// others anywhere in theirs, that component over the box, which tells its sign
/// where it jumps, and its own slope over the box. Who changes the component
/// changes all of them.
public struct MarginalBounds: Sendable {
  /// `F_v` with the variable at the lower end.
  public var atLower: Interval
  /// `F_v` with the variable at the upper end.
  public var atUpper: Interval
  /// `F_v` over the box.
  public var over: Interval
  /// `∂F_v/∂x_v` over the box.
  public var slope: Interval

  /// Bounds of one variable; what is not given is not known.
  @inlinable
  public init(
    atLower: Interval, atUpper: Interval, over: Interval = .entire,
    slope: Interval
  ) {
    self.atLower = atLower
    self.atUpper = atUpper
    self.over = over
    self.slope = slope
  }

  /// Nothing is known.
  @inlinable
  public static var unknown: MarginalBounds {
    MarginalBounds(atLower: .entire, atUpper: .entire, slope: .entire)
  }
}

extension MarginalBounds {
  /// What is left of the interval X of the variable where it can be a best
  /// response: where `F_v = 0`, or `F_v ≤ 0` at the least of its levels, or
  /// `F_v ≥ 0` at the greatest.
  ///
  /// With `S ∌ 0` the ``slope`` and y either end of X, the mean value theorem
  /// puts every zero into `y − F_v(y) / S`. If `S < 0`, a best response at a
  /// bound is a zero beyond it, so
  ///
  ///     x_v ∈ X ∩ clamp(y − F_v(y) / S).
  ///
  /// If `S > 0`, the payoff is strictly convex in `x_v`, and only its bounds
  /// can be best responses. If S contains 0, only the sign of `F_v` over X is
  /// used.
  ///
  /// - Parameters:
  ///   - interval: Where the variable is.
  ///   - whole: All its levels.
  /// - Returns: What is left; nil if nothing.
  package func rest(of interval: Interval, in whole: Interval) -> Interval? {
    if slope.upper < 0 {
      let fromLower = Interval(interval.lower) - atLower / slope
      let fromUpper = Interval(interval.upper) - atUpper / slope
      return interval.intersection(fromLower.clamped(to: whole))?
        .intersection(fromUpper.clamped(to: whole))
    }
    if slope.isPositive {
      return Self.bounds(of: whole, within: interval).flatMap {
        bySign($0, in: whole, from: interval)
      }
    }
    return bySign(interval, in: whole, from: interval)
  }

  /// Whether the sign of the slope forbids a variable to be at a point.
  package func forbids(_ point: Interval, in whole: Interval) -> Bool {
    point.lower > whole.lower && atLower.isNegative
      || point.upper < whole.upper && atUpper.isPositive
  }

  /// What the bounds of the strategies leave of an interval.
  private static func bounds(
    of whole: Interval, within interval: Interval
  ) -> Interval? {
    let ends = [whole.lower, whole.upper].filter { interval.contains($0) }
    guard let first = ends.first, let last = ends.last else { return nil }
    return Interval(lower: first, upper: last)
  }

  /// What the sign of the component over the interval leaves of a part of it.
  private func bySign(
    _ rest: Interval, in whole: Interval, from interval: Interval
  ) -> Interval? {
    let width = Interval(interval.upper) - Interval(interval.lower)
    let reach = Interval(lower: 0, upper: width.upper)
    let rising = atLower + slope * reach
    let falling = atUpper - slope * reach
    guard let range = rising.intersection(falling)?.intersection(over) else {
      return nil
    }
    if range.isNegative { return rest.intersection(Interval(whole.lower)) }
    if range.isPositive { return rest.intersection(Interval(whole.upper)) }
    return rest
  }
}

extension Game {
  /// Differentiates over three boxes for each variable.
  @inlinable
  public func marginalBounds(over box: Box, into bounds: inout [MarginalBounds])
  {
    for player in 0..<playerCount {
      differentiate(payoffOf: player, over: box, into: &bounds)
    }
  }

  /// Differentiates one payoff over three boxes for each of the player's
  /// variables.
  @inlinable
  package func differentiate(
    payoffOf player: Int, over box: Box, into bounds: inout [MarginalBounds]
  ) {
    var jets = box.map { First(constant: First(constant: $0)) }
    for v in strategies.variables(of: player) {
      jets[v].slopes[0] = 1
      jets[v].value.value = Interval(box[v].lower)
      bounds[v].atLower = payoff(of: player, at: jets).slopes[0].value
      jets[v].value.value = Interval(box[v].upper)
      bounds[v].atUpper = payoff(of: player, at: jets).slopes[0].value
      jets[v] = First(
        value: First(box[v], along: 0), slopes: [First(constant: 1)])
      let marginal = payoff(of: player, at: jets).slopes[0]
      (bounds[v].over, bounds[v].slope) = (marginal.value, marginal.slopes[0])
      jets[v] = First(constant: First(constant: box[v]))
    }
  }

  /// Those of all variables.
  @inlinable
  public func marginalBounds(
    of player: Int, over box: Box, into bounds: inout [MarginalBounds]
  ) {
    marginalBounds(over: box, into: &bounds)
  }
}

extension AggregativeGame {
  /// Bounds each marginal payoff in one pass over the links.
  ///
  /// Where a marginal payoff is proven to rise or fall with an aggregate over
  /// the box, only the ends of the aggregate are evaluated, which is exact.
  @inlinable
  public func marginalBounds(over box: Box, into bounds: inout [MarginalBounds])
  {
    let count = marginalAggregateCount
    let state = AggregateState(aggregates, count: count, at: box)
    for i in 0..<box.count {
      bounds[i] = marginalBounds(
        of: i, own: box[i], aggregates: state.values(of: i, at: box))
    }
  }

  /// Bounds one marginal payoff in one pass over the links of the player.
  @inlinable
  public func marginalBounds(
    of player: Int, over box: Box, into bounds: inout [MarginalBounds]
  ) {
    var values = Aggregates<Interval>()
    for k in 0..<marginalAggregateCount {
      values[k] = aggregates[k].value(of: player, at: box)
    }
    bounds[player] = marginalBounds(
      of: player, own: box[player], aggregates: values)
  }

  @inlinable
  func marginalBounds(
    of player: Int, own: Interval, aggregates values: Aggregates<Interval>
  ) -> MarginalBounds {
    let slopes = marginalSlopes(of: player, own: own, aggregates: values)
    func bound(at end: Interval) -> Interval {
      sharpMarginal(
        of: player, own: end, insteadOf: own, aggregates: values, slopes)
    }
    return MarginalBounds(
      atLower: bound(at: own.lowerEnd), atUpper: bound(at: own.upperEnd),
      over: slopes.value, slope: ownSlope(of: player, slopes))
  }

  /// Encloses the marginal payoff at one own level, using the signs of its
  /// slopes in the aggregates.
  @inlinable
  func sharpMarginal(
    of player: Int, own: Interval, insteadOf range: Interval,
    aggregates values: Aggregates<Interval>, _ slopes: Slopes<Interval>
  ) -> Interval {
    let least = marginalBound(
      of: player, own: own, insteadOf: range, aggregates: values, slopes,
      isUpper: false)
    let most = marginalBound(
      of: player, own: own, insteadOf: range, aggregates: values, slopes,
      isUpper: true)
    return Interval(lower: least, upper: max(least, most))
  }

  /// A lower or an upper bound on the marginal payoff at one own level,
  /// likewise.
  @inlinable
  func marginalBound(
    of player: Int, own: Interval, insteadOf range: Interval,
    aggregates values: Aggregates<Interval>, _ slopes: Slopes<Interval>,
    isUpper: Bool
  ) -> Double {
    var ends = values
    for k in 0..<marginalAggregateCount {
      var value = values[k]
      let weight = aggregates[k].ownWeightEnclosure(of: player)
      if weight.magnitude > 0 {
        value = value.removing(weight * range) + weight * own
      }
      let rises = slopes.aggregates[k].isNonnegative
      let falls = slopes.aggregates[k].isNonpositive
      ends[k] =
        rises || falls
        ? (rises == isUpper ? value.upperEnd : value.lowerEnd) : value
    }
    let marginal = marginal(of: player, own: own, aggregates: ends)
    return isUpper ? marginal.upper : marginal.lower
  }
}

extension Interval {
  /// The image under the projection on another interval.
  package func clamped(to whole: Interval) -> Interval {
    Interval.min(
      Interval.max(self, Interval(whole.lower)), Interval(whole.upper))
  }

  /// The lower bound as a point.
  @inlinable var lowerEnd: Interval {
    isBounded ? Interval(lower) : self
  }

  /// The upper bound as a point.
  @inlinable var upperEnd: Interval {
    isBounded ? Interval(upper) : self
  }
}
