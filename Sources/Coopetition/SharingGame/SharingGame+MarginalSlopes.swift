import Games
import Scalars

// How a firm's marginal payoff changes with its level and with what it sees of
// the others. Derivatives of formulas lose over wide intervals, where inflow and
// level come more than once, and then not even the sign of a slope is known; a
// search for every equilibrium lives on these signs.

extension SharingGame {
  /// Encloses the marginal payoff and its slopes.
  ///
  /// Innovation's slopes have formulas with inflow and level once each, or in
  /// factors that rise and fall together; those of the other channels are
  /// derived. Risk aversion ties the channels together: there all are derived.
  public func marginalSlopes(
    of firm: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Slopes<Interval> {
    let view = view(of: firm, own: own, aggregates: aggregates)
    var slopes: Slopes<Interval> = derivedSlopes(view.numbers, view)
    guard view.separatesInnovation else { return slopes }
    let rest: Slopes<Interval> = derivedSlopes(view.withoutInnovation, view)
    let innovation = view.innovationSlopes
    let own = rest.own + innovation.own
    let inflow = rest.aggregates[0] + innovation.inflow
    slopes.own = slopes.own.intersection(own) ?? slopes.own
    slopes.aggregates[0] =
      slopes.aggregates[0].intersection(inflow) ?? slopes.aggregates[0]
    return slopes
  }

  /// Encloses the slope of the marginal payoff in the level, a unit of which is
  /// also a part of openness: innovation's by its formula where that settles the
  /// sign.
  public func ownCurvature(
    of firm: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Interval {
    let view = view(of: firm, own: own, aggregates: aggregates)
    if view.separatesInnovation, self.aggregates[0].ownWeight(of: firm) == 0 {
      let rest: Jet<Interval, 1> = derivedMarginal(
        view.withoutInnovation, view, own: Jet(own, along: 0)
      ) { jets in
        for k in 0..<marginalAggregateCount {
          jets[k].slopes[0] = self.aggregates[k].ownWeightEnclosure(of: firm)
        }
      }
      let slope = rest.slopes[0] + view.innovationSlopes.own
      if slope.isNonpositive { return slope }
    }
    let slopes = marginalSlopes(of: firm, own: own, aggregates: aggregates)
    return (0..<marginalAggregateCount).reduce(slopes.own) {
      $0 + self.aggregates[$1].ownWeightEnclosure(of: firm)
        * slopes.aggregates[$1]
    }
  }

  /// Differentiates the marginal payoff of a firm with some numbers.
  private func derivedSlopes(
    _ numbers: FirmNumbers, _ view: AggregateView<Interval>
  ) -> Slopes<Interval> {
    let jet: Jet<Interval, 3> = derivedMarginal(
      numbers, view, own: Jet(view.own, along: 0)
    ) { jets in
      for k in 0..<marginalAggregateCount { jets[k].slopes[k + 1] = 1 }
    }
    var slopes = Aggregates<Interval>()
    for k in 0..<marginalAggregateCount { slopes[k] = jet.slopes[k + 1] }
    return Slopes(value: jet.value, own: jet.slopes[0], aggregates: slopes)
  }

  /// The marginal payoff of a firm with some numbers, as a jet whose directions
  /// are set for the aggregates.
  @inline(__always)
  private func derivedMarginal<let directions: Int>(
    _ numbers: FirmNumbers, _ view: AggregateView<Interval>,
    own: Jet<Interval, directions>,
    _ setDirections: (inout Aggregates<Jet<Interval, directions>>) -> Void
  ) -> Jet<Interval, directions> {
    var aggregates = view.aggregates.map {
      Jet<Interval, directions>(constant: $0)
    }
    setDirections(&aggregates)
    return AggregateView(
      numbers: numbers, common: view.common, firm: view.firm, own: own,
      aggregates: aggregates
    ).marginal()
  }
}

extension AggregateView<Interval> {
  /// Whether innovation's part of the marginal payoff stands by itself.
  fileprivate var separatesInnovation: Bool {
    !(isRisky && isAverse) && aggregates[0].lower >= 0
      && aggregates[0].isBounded
  }

  /// The firm's numbers, nothing being gained from innovation.
  fileprivate var withoutInnovation: FirmNumbers {
    var numbers = numbers
    numbers.gain = 0
    return numbers
  }

  /// The slopes of innovation's marginal payoff `π V κ q (1 + q r)^−ε` with
  /// `r = 1 + κ s`, nobody minding risk:
  ///
  ///     −ε π V κ² (1/q + r)^−2 (1 + q r)^(1−ε)          in the level,
  ///     π V κ (1 + q r)^−ε (1 − ε + ε / (1 + q r))      in the inflow.
  ///
  /// - Precondition: The inflow is not negative.
  fileprivate var innovationSlopes: (own: Interval, inflow: Interval) {
    let curvature = Interval(common.innovationReturns.curvature)
    let reach = 1 + reciprocity * own
    let reached = inflow * reach
    let scale = (isRisky ? success * gain : gain) * reciprocity
    var fall =
      curvature * scale * reciprocity * Interval.pow(saturation(reach), 2)
    if curvature != 1 { fall *= Interval.pow(1 + reached, 1 - curvature) }
    let share = 1 - curvature + curvature / (1 + reached)
    return (-fall, scale * common.innovationReturns.slope(reached) * share)
  }

  /// `q / (1 + q r)`, which rises with the inflow q and falls with r.
  private func saturation(_ reach: Interval) -> Interval {
    func bound(_ inflow: Double, _ reach: Double) -> Interval {
      Interval(inflow) / (1 + Interval(inflow) * Interval(reach))
    }
    return bound(inflow.lower, reach.upper).hull(
      bound(inflow.upper, reach.lower))
  }
}
