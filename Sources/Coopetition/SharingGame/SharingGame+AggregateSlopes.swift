import Games

// How a firm's payoff changes with what it sees of the others. Over intervals
// each formula has every argument once, or factors that rise and fall together,
// so that little is lost.

extension SharingGame {
  /// The slopes of the payoff in inflow, openness and what else is seen.
  public func aggregateSlopes(
    of firm: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Aggregates<Double> {
    slopes(of: firm, own: own, aggregates: aggregates)
  }

  /// Encloses the slopes of the payoff in inflow, openness and what else is
  /// seen.
  public func aggregateSlopes(
    of firm: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Aggregates<Interval> {
    slopes(of: firm, own: own, aggregates: aggregates)
  }

  /// Differentiates the slopes.
  public func expandedAggregateSlopes(
    of firm: Int, own: Double, aggregates: Aggregates<Double>
  ) -> InlineArray<4, Slopes<Double>> {
    expanded(of: firm, own: own, aggregates: aggregates)
  }

  /// Differentiates the enclosures of the slopes.
  public func expandedAggregateSlopes(
    of firm: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> InlineArray<4, Slopes<Interval>> {
    expanded(of: firm, own: own, aggregates: aggregates)
  }

  private func expanded<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> InlineArray<4, Slopes<S>> {
    if self.aggregates.count <= 2 {
      let jets: Aggregates<Jet<S, 3>> = slopeJets(
        of: firm, own: own, aggregates: aggregates)
      return InlineArray { Slopes(jets[$0]) }
    }
    let jets: Aggregates<Jet<S, 5>> = slopeJets(
      of: firm, own: own, aggregates: aggregates)
    return InlineArray { Slopes(jets[$0]) }
  }

  private func slopeJets<S: Scalar, let directions: Int>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> Aggregates<Jet<S, directions>> {
    var jets = Aggregates<Jet<S, directions>>()
    for k in 1..<directions { jets[k - 1] = Jet(aggregates[k - 1], along: k) }
    return slopes(of: firm, own: Jet(own, along: 0), aggregates: jets)
  }

  private func slopes<S: Scalar>(
    of firm: Int, own: S, aggregates: Aggregates<S>
  ) -> Aggregates<S> {
    let view = view(of: firm, own: own, aggregates: aggregates)
    var slopes = Aggregates<S>()
    slopes[0] = view.inflowSlope
    slopes[1] = view.opennessSlope
    if view.hasStealing { slopes[2] = -view.stealingLoss }
    if let place = view.common.payments { slopes[place] = -1 }
    if view.isOperator { slopes[view.common.operatingProfit] = 1 }
    return slopes
  }
}

extension AggregateView {
  /// `ψ′(X) V r^(1−ε) (q + 1/r)^−ε + θ C / (1 + q)² − p`, with `r = 1 + κ s`:
  /// the first term is `ψ′(X) V r φ′(q r)`.
  fileprivate var inflowSlope: Value {
    let reach = 1 + reciprocity * own
    let curvature = common.innovationReturns.curvature
    let rest = inflow + 1 / reach
    var sum =
      switch curvature {
      case 0: gain * reach
      case 1: gain / rest
      default:
        gain * Value.pow(reach, 1 - curvature) * Value.pow(rest, -curvature)
      }
    if isRisky { sum *= isAverse ? success + Risk.slope(self) : success }
    if numbers.savedCost != 0 {
      sum += savedCost / Value.pow(1 + inflow, 2)
    }
    if hasFees, common.payments == nil { sum -= Value(common.price) }
    return sum
  }

  /// `(1 − χ) ω B φ′(D) + χ B w s g′(D)` with `g = φ(D) / D`.
  fileprivate var opennessSlope: Value {
    guard hasPremium else { return .zero }
    let sum = premiumShare * premiumReturns.slope(openness)
    guard hasContribution else { return sum }
    return sum + contributionShare * own * premiumReturns.meanSlope(openness)
  }
}
