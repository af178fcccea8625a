import Scalars

/// How many steps of Newton's method or bisection a best response may take;
/// bisection alone needs 64 to exhaust the doubles of a unit interval.
@usableFromInline let bestResponseSteps = 100

extension AggregativeGame {
  /// Finds the zero of the marginal payoff by Newton's method, kept between
  /// bounds of opposite sign; a bound where the sign does not change.
  ///
  /// The marginal payoff falls in the own level, so one evaluation tells on
  /// which side of a point the best response lies. Where it is not a number,
  /// neither is the result.
  @inlinable
  public func bestResponse(
    of player: Int, to others: Aggregates<Double>, from start: Double
  ) -> Double {
    var lower = strategies.lowerBounds[player]
    var upper = strategies.upperBounds[player]
    var level = strategies.clamp(start, variable: player)
    var triedLower = false
    var triedUpper = false
    for _ in 0..<bestResponseSteps {
      let marginal = ownMarginal(of: player, at: level, others: others)
      if marginal.value > 0 {
        if level == upper { return upper }
        lower = level
        triedLower = true
      } else if marginal.value < 0 {
        if level == lower { return lower }
        upper = level
        triedUpper = true
      } else {
        return marginal.value == 0 ? level : .nan
      }
      let newton = newtonPoint(from: level, marginal, in: lower...upper)
      var next = newton
      if !(newton > lower) {
        next = triedLower ? lower + (upper - lower) / 2 : lower
      } else if !(newton < upper) {
        next = triedUpper ? lower + (upper - lower) / 2 : upper
      }
      if abs(next - level) <= level.ulp || next == lower && triedLower {
        return next
      }
      level = next
    }
    return level
  }

  /// Newton's next point; the bound uphill where the slope does not fall.
  @inlinable
  func newtonPoint(
    from level: Double, _ marginal: Jet<Double, 1>,
    in range: ClosedRange<Double>
  ) -> Double {
    guard marginal.slopes[0] < 0 else {
      return marginal.value > 0 ? range.upperBound : range.lowerBound
    }
    return level - marginal.value / marginal.slopes[0]
  }

  /// The marginal payoff at a level, given the others' aggregates, with its
  /// total slope in the level.
  @inlinable
  package func ownMarginal(
    of player: Int, at level: Double, others: Aggregates<Double>
  ) -> Jet<Double, 1> {
    var jets = others.map { Jet<Double, 1>(constant: $0) }
    for k in 0..<marginalAggregateCount {
      let weight = aggregates[k].ownWeight(of: player)
      jets[k].value += weight * level
      jets[k].slopes[0] = weight
    }
    return marginal(
      of: player, own: Jet(level, along: 0), aggregates: jets)
  }
}
