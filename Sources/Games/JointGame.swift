/// A game whose players decide for members, each of whom sees all levels
/// through its own and a few linear aggregates: `u_k = U_k(x_k, a_k1, …)`.
///
/// What each member earns is then a function of few numbers, however many
/// variables the player owns, so that deviations of a player can be bounded
/// member by member.
public protocol JointGame: Game {
  /// The members that each player decides for; member k owns variable k.
  var groups: [[Int]] { get }

  /// The number of aggregates.
  var aggregateCount: Int { get }

  /// Encloses the aggregates that each of a player's members sees over a box.
  func aggregates(
    ofMembersOf player: Int, over box: Box
  ) -> [Aggregates<
    Interval
  >]

  /// Encloses what a member earns, with its derivatives in the own level and
  /// in each aggregate.
  func expansion(
    ofMember member: Int, own: Interval, aggregates: Aggregates<Interval>
  ) -> Expansion<Interval>
}
