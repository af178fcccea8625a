import LinearAlgebra
import Scalars

/// A game with one level a player in which others matter only through a few
/// linear aggregates.
///
/// The payoff of player i is `U_i(x_i, a_i1, …, a_iK)`, where each aggregate
/// is a linear function of the profile, own level included (``aggregates``).
/// It scales to a million players: a best response costs one row of each
/// network.
///
/// Everything that ``Game`` asks for follows from the payoff and the
/// aggregates.
///
/// Reference: Jensen, Aggregative games and best-reply potentials, Economic
/// Theory 43, 2010.
public protocol AggregativeGame: Game {
  /// The aggregates, at most ``Aggregates/capacity`` of them.
  var aggregates: [LinearAggregate] { get }

  /// How many of the aggregates, from the first, the marginal payoff depends
  /// on. All of them by default.
  var marginalAggregateCount: Int { get }

  /// How every marginal payoff changes with each of those aggregates, over all
  /// strategies. Unknown by default; a game that states it is trusted.
  var influences: [AggregateInfluence] { get }

  /// The payoff of a player who plays `own` and sees `aggregates`.
  ///
  /// - Parameters:
  ///   - player: The player, from 0.
  ///   - own: The player's level.
  ///   - aggregates: The values of ``aggregates``, own level included.
  /// - Returns: The payoff, in the game's unit.
  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S

  /// The marginal payoff `∂U/∂x + Σ_k w_k ∂U/∂a_k`, where `w_k` is the own
  /// weight in aggregate k.
  ///
  /// By default the payoff is differentiated; a formula is faster and gives
  /// sharper enclosures.
  ///
  /// - Parameters:
  ///   - player: The player, from 0.
  ///   - own: The player's level.
  ///   - aggregates: The values of ``aggregates``, own level included; only
  ///     the first ``marginalAggregateCount`` matter.
  /// - Returns: The total derivative in the own level.
  func marginal<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S

  /// The marginal payoff and its slopes, `own` and aggregates being
  /// independent.
  func marginalSlopes(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Slopes<Double>

  /// Encloses the marginal payoff and its slopes.
  func marginalSlopes(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Slopes<Interval>

  /// Encloses the slope of the marginal payoff in the own level, through the
  /// aggregates too, as far as it takes to know whether it is positive.
  func ownCurvature(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Interval

  /// The slopes of the payoff in each aggregate, `own` and aggregates being
  /// independent.
  func aggregateSlopes(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Aggregates<Double>

  /// Encloses the slopes of the payoff in each aggregate.
  func aggregateSlopes(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Aggregates<Interval>

  /// The slopes of the payoff in each aggregate with their own slopes, `own`
  /// and aggregates being independent.
  func expandedAggregateSlopes(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> InlineArray<4, Slopes<Double>>

  /// Encloses the slopes of the payoff in each aggregate with their own slopes.
  func expandedAggregateSlopes(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> InlineArray<4, Slopes<Interval>>

  /// The payoff with its first and second derivatives, `own` and aggregates
  /// being independent.
  func expansion(
    of player: Int, own: Double, aggregates: Aggregates<Double>
  ) -> Expansion<Double>

  /// Encloses the payoff with its first and second derivatives.
  func expansion(
    of player: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Expansion<Interval>

  /// The best response of a player to the aggregates of the others.
  ///
  /// - Parameters:
  ///   - player: The player.
  ///   - others: The aggregates without the player's own contribution.
  ///   - start: Where the search starts.
  /// - Precondition: The payoff is concave in the own level.
  /// - Returns: A level within the bounds.
  func bestResponse(
    of player: Int, to others: Aggregates<Double>, from start: Double
  ) -> Double

  /// Moves players in turn to their best responses; see ``SweepProfile``.
  ///
  /// - Parameters:
  ///   - players: The players; those who do not stay at a bound are moved to
  ///     the front.
  ///   - state: The profile.
  /// - Returns: The largest move and how many players are at the front.
  /// - Precondition: Payoffs are concave in the own level.
  func respond(
    _ players: UnsafeMutableBufferPointer<Int32>, in state: inout ResponseState
  ) -> ResponseOutcome
}

/// A number with its slopes in the own level and in each aggregate.
public struct Slopes<S: Scalar>: Sendable {
  /// The number.
  public var value: S
  /// Its slope in the own level, the aggregates being held.
  public var own: S
  /// Its slope in each aggregate.
  public var aggregates: Aggregates<S>

  /// A number with its slopes.
  @inlinable
  public init(value: S, own: S, aggregates: Aggregates<S>) {
    self.value = value
    self.own = own
    self.aggregates = aggregates
  }

  /// The value and slopes that a jet carries: the own level along direction 0,
  /// aggregate k along direction k + 1.
  @inlinable
  package init<let directions: Int>(_ jet: Jet<S, directions>) {
    self.init(value: jet.value, own: jet.slopes[0], aggregates: Aggregates())
    for k in 1..<directions { aggregates[k - 1] = jet.slopes[k] }
  }

  /// The slope along a direction: 0 for the own level, k + 1 for aggregate k.
  @inlinable
  func slope(_ direction: Int) -> S {
    direction == 0 ? own : aggregates[direction - 1]
  }
}

/// A payoff with its derivatives of first and second order: direction 0 is the
/// own level, direction k + 1 aggregate k.
public struct Expansion<S: Scalar>: Sendable {
  @usableFromInline let jet: Jet<Jet<S, 5>, 5>

  /// A jet along the first directions; the others do not matter.
  @inlinable
  init<let directions: Int>(_ jet: Jet<Jet<S, directions>, directions>) {
    var all = Jet<Jet<S, 5>, 5>(constant: Jet(constant: jet.value.value))
    for k in 0..<directions {
      all.value.slopes[k] = jet.value.slopes[k]
      for l in 0..<directions {
        all.slopes[k].slopes[l] = jet.slopes[k].slopes[l]
      }
    }
    self.jet = all
  }

  /// The payoff.
  @inlinable public var value: S { jet.value.value }

  /// The derivative along a direction.
  @inlinable
  public func slope(_ direction: Int) -> S { jet.value.slopes[direction] }

  /// The second derivative along two directions.
  @inlinable
  public func curvature(_ first: Int, _ second: Int) -> S {
    jet.slopes[first].slopes[second]
  }

  /// The slopes in each aggregate with their own slopes.
  @inlinable
  var aggregateSlopes: InlineArray<4, Slopes<S>> {
    InlineArray { k in
      Slopes(
        Jet(value: jet.value.slopes[k + 1], slopes: jet.slopes[k + 1].slopes))
    }
  }
}
