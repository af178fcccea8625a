import LinearAlgebra
import Scalars

// What one player needs, by differentiating `payoff` and `marginal`. All
// inlinable, so that it is specialised where a game is declared.

extension AggregativeGame {
  /// Every aggregate.
  @inlinable
  public var marginalAggregateCount: Int { aggregates.count }

  /// Differentiates the payoff along the own level.
  @inlinable
  public func marginal<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    var jets = aggregates.map { Jet<S, 1>(constant: $0) }
    for (k, aggregate) in self.aggregates.enumerated() {
      jets[k].slopes[0] = S(
        aggregate.ownWeight(of: player),
        relativeError: aggregate.relativeError)
    }
    return payoff(of: player, own: Jet(own, along: 0), aggregates: jets)
      .slopes[0]
  }

  /// Differentiates the marginal payoff.
  @inlinable
  public func marginalSlopes(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Slopes<Double> {
    slopesOfMarginal(of: player, own: own, aggregates: aggregates)
  }

  /// Differentiates the marginal payoff over intervals.
  @inlinable
  public func marginalSlopes(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Slopes<Interval> {
    slopesOfMarginal(of: player, own: own, aggregates: aggregates)
  }

  /// That which all slopes give.
  @inlinable
  public func ownCurvature(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Interval {
    ownSlope(
      of: player,
      marginalSlopes(of: player, own: own, aggregates: aggregates))
  }

  /// Differentiates along the own level and those aggregates that matter.
  @inlinable
  func slopesOfMarginal<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> Slopes<S> {
    if marginalAggregateCount <= 2 {
      let jet: Jet<S, 3> = marginalJet(
        of: player, own: own, aggregates: aggregates)
      return Slopes(jet)
    }
    let jet: Jet<S, 5> = marginalJet(
      of: player, own: own, aggregates: aggregates)
    return Slopes(jet)
  }

  /// Differentiates the payoff.
  @inlinable
  public func aggregateSlopes(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Aggregates<Double> {
    payoffSlopes(of: player, own: own, aggregates: aggregates).aggregates
  }

  /// Differentiates the payoff, at the ends of what it is proven to rise or
  /// fall with.
  @inlinable
  public func aggregateSlopes(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Aggregates<Interval> {
    sharpSlopes(
      of: player, own: own, aggregates: aggregates,
      expansion(of: player, own: own, aggregates: aggregates)
    ).aggregates
  }

  /// Differentiates the payoff twice.
  @inlinable
  public func expandedAggregateSlopes(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> InlineArray<4, Slopes<Double>> {
    expansion(of: player, own: own, aggregates: aggregates).aggregateSlopes
  }

  /// Differentiates the payoff twice over intervals; the slopes at the ends of
  /// what they are proven to rise or fall with.
  @inlinable
  public func expandedAggregateSlopes(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> InlineArray<4, Slopes<Interval>> {
    let expansion = expansion(of: player, own: own, aggregates: aggregates)
    let sharp = sharpSlopes(
      of: player, own: own, aggregates: aggregates, expansion
    ).aggregates
    var slopes = expansion.aggregateSlopes
    for k in slopes.indices { slopes[k].value = sharp[k] }
    return slopes
  }

  /// Differentiates the payoff twice.
  @inlinable
  public func expansion(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Expansion<Double> {
    payoffExpansion(of: player, own: own, aggregates: aggregates)
  }

  /// Differentiates the payoff twice over intervals.
  @inlinable
  public func expansion(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Expansion<Interval> {
    payoffExpansion(of: player, own: own, aggregates: aggregates)
  }

  @inlinable
  func marginalJet<S: Scalar, let directions: Int>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> Jet<S, directions> {
    var jets = Aggregates<Jet<S, directions>>()
    for k in 1..<directions { jets[k - 1] = Jet(aggregates[k - 1], along: k) }
    return marginal(of: player, own: Jet(own, along: 0), aggregates: jets)
  }

  /// Differentiates twice along the own level and as many aggregates as there
  /// may be.
  @inlinable
  func payoffExpansion<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> Expansion<S> {
    if self.aggregates.count <= 2 {
      let jet: Jet<Jet<S, 3>, 3> = payoffJet(
        of: player, own: own, aggregates: aggregates)
      return Expansion(jet)
    }
    let jet: Jet<Jet<S, 5>, 5> = payoffJet(
      of: player, own: own, aggregates: aggregates)
    return Expansion(jet)
  }

  @inlinable
  func payoffJet<S: Scalar, let directions: Int>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> Jet<Jet<S, directions>, directions> {
    var jets = Aggregates<Jet<Jet<S, directions>, directions>>()
    for k in 1..<directions {
      jets[k - 1] = Jet(Jet(aggregates[k - 1], along: k), along: k)
    }
    return payoff(
      of: player, own: Jet(Jet(own, along: 0), along: 0), aggregates: jets)
  }

  /// The total derivative of a slope in the own level: `∂/∂x + Σ_k w_k ∂/∂a_k`.
  @inlinable
  func ownSlope<S: Scalar>(of player: Int, _ slopes: Slopes<S>) -> S {
    var sum = slopes.own
    for k in 0..<marginalAggregateCount {
      let aggregate = aggregates[k]
      let weight = aggregate.ownWeight(of: player)
      guard weight != 0 else { continue }
      sum +=
        S(weight, relativeError: aggregate.relativeError)
        * slopes.aggregates[k]
    }
    return sum
  }
}
