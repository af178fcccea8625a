import Scalars

/// A linear function of the profile that sharpens the linear conditions of a
/// player as its least value over a part of the strategies rises.
///
/// A player that may stay at a bound of its strategies bounds what it sees of
/// the others from one side only; what the others do together bounds it from
/// the other side.
public struct LinearSum: Sendable {
  /// The player.
  public var player: Int
  /// The place of the aggregate that the player sees.
  public var aggregate: Int
  /// 1 if the sum is the aggregate, −1 if it is its negative.
  public var sign: Double
  /// The terms of the sum.
  public var terms: [LinearCondition.Term]
  /// What the sum is at least at every equilibrium of the part.
  public var least: Double

  /// A sum.
  @inlinable
  public init(
    player: Int, aggregate: Int, sign: Double, terms: [LinearCondition.Term],
    least: Double
  ) {
    self.player = player
    self.aggregate = aggregate
    self.sign = sign
    self.terms = terms
    self.least = least
  }

  /// The part of the aggregate's range that the least value leaves; the nearest
  /// end if it leaves nothing, where there is no equilibrium.
  @inlinable
  func sharpened(_ range: Interval) -> Interval {
    sign > 0
      ? range.intersection(Interval(lower: least, upper: .infinity))
        ?? range.upperEnd
      : range.intersection(Interval(lower: -.infinity, upper: -least))
        ?? range.lowerEnd
  }
}
