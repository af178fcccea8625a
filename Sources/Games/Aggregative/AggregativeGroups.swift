import LinearAlgebra

/// The game between groups of players of an aggregative game, each of which
/// decides all levels of its members: ``GroupedGame`` by the aggregates.
///
/// With M_ki = 1 where k ≠ i are of one group, the slope of a group's payoff
/// in the level of its member i is
///
///     G_i = F_i + Σ_k M_ki Σ_a (∂U_k/∂a) A^a_ki,
///
/// the own slope of i and what its level does to the others: one pass over the
/// links of the members.
///
/// Members' payoffs are taken to have kinks in the aggregates only where they
/// have them in the own level too.
package struct AggregativeGroups<Base: AggregativeGame>: Game {
  /// The game whose players are grouped.
  package let base: Base
  /// The members of each group.
  package let groups: [[Int]]
  /// The levels, owned by the groups.
  package let strategies: StrategySpace
  /// The links of the members of each group of two or more.
  let links: [[MemberLinks]]
  /// How much each level adds to what everybody sees alike.
  let common: [MemberLinks.Term]

  /// Groups the players of a game.
  ///
  /// - Precondition: The groups are a partition of the players.
  /// - Complexity: O(links of the members).
  package init(_ base: Base, _ groups: [[Int]]) {
    precondition(
      groups.joined().sorted() == Array(0..<base.playerCount),
      "groups are a partition of the players")
    self.base = base
    self.groups = groups
    var owners = [Int](repeating: 0, count: base.playerCount)
    for (group, members) in groups.enumerated() {
      for member in members { owners[member] = group }
    }
    strategies = StrategySpace(
      bounds: base.strategies, owners: owners, players: groups.count)
    let aggregates = base.aggregates
    let common = MemberLinks.terms(of: 0, aggregates) { $0.layout == .common }
    self.common = common
    links = groups.map { members in
      members.count == 1
        ? []
        : members.sorted().map {
          MemberLinks(
            $0, of: aggregates, common: common, owners: owners)
        }
    }
  }

  /// Whether a level of a group does anything to another member.
  var hasLinks: Bool { links.contains { !$0.isEmpty } }

  /// The sum of the members' payoffs.
  package func payoff<S: Scalar>(of group: Int, at levels: Profile<S>) -> S {
    groups[group].reduce(S.zero) { $0 + base.payoff(of: $1, at: levels) }
  }

  /// The sums of the members' payoffs.
  package func payoffs(at levels: Profile<Double>) -> [Double] {
    let own = base.payoffs(at: levels)
    return groups.map { $0.reduce(0) { $0 + own[$1] } }
  }

  /// The sum of the members' enclosures.
  package func payoffEnclosure(of group: Int, over box: Box) -> Interval {
    groups[group].reduce(.zero) {
      $0 + base.payoffEnclosure(of: $1, over: box)
    }
  }

  /// Defined where the members' payoffs are.
  package func isDefined(over box: Box) -> Bool { base.isDefined(over: box) }

  /// Continuous where the members' payoffs are.
  package func decoration(of group: Int, over box: Box) -> Decoration {
    groups[group].allSatisfy {
      base.decoration(of: $0, over: box) == .continuous
    } ? .continuous : .unknown
  }

  /// Smooth where the base game is.
  package func isSmooth(over box: Box, in variables: [Int]) -> Bool {
    base.isSmooth(over: box, in: variables)
  }

  /// The own slopes, and what each level does to other members.
  package func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    base.pseudoGradient(at: levels, into: &gradient)
    guard hasLinks else { return }
    let state = AggregateState(
      base.aggregates, count: aggregateCount, at: levels)
    for link in links.joined() {
      let member = link.member
      let slopes = base.aggregateSlopes(
        of: member, own: levels[member],
        aggregates: state.values(of: member, at: levels))
      for term in link.within {
        gradient[term.variable] += slopes[term.aggregate] * term.weight
      }
    }
  }

  /// The own slopes and what each level does to other members, with the slopes
  /// of both.
  package func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    base.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
    let n = levels.count
    jacobian.elements.withUnsafeMutableBufferPointer { elements in
      addEffects(at: levels, to: &gradient, \.weight) { member, seen in
        base.expandedAggregateSlopes(
          of: member, own: levels[member], aggregates: seen)
      } addSlope: {
        elements[$0 + $1 * n] += $2
      }
    }
  }
}

/// The coefficients of what one member sees.
struct MemberLinks: Sendable {
  /// One coefficient: how much a level adds to an aggregate.
  struct Term: Sendable {
    let aggregate: Int
    let variable: Int
    let weight: Double
    let enclosure: Interval
  }

  let member: Int
  /// The levels of everybody, as this member sees them apart from others.
  let apart: [Term]
  /// The levels of the other members of its group.
  let within: [Term]
  /// The same for each of them.
  let termsByVariable: [[Term]]
  /// The same for each aggregate that they move.
  let termsByAggregate: [[Term]]

  /// The links of a member, beside the terms that everybody sees alike.
  init(
    _ member: Int, of aggregates: [LinearAggregate], common: [Term],
    owners: [Int]
  ) {
    self.member = member
    apart = Self.terms(of: member, aggregates) { $0.layout != .common }
    within = (apart + common).filter {
      $0.variable != member && owners[$0.variable] == owners[member]
    }
    termsByVariable = within.grouped(by: \.variable)
    termsByAggregate = within.grouped(by: \.aggregate)
  }

  /// The coefficients of one player in some of the aggregates.
  static func terms(
    of player: Int, _ aggregates: [LinearAggregate],
    where isWanted: (LinearAggregate) -> Bool
  ) -> [Term] {
    var terms: [Term] = []
    for (k, aggregate) in aggregates.enumerated() where isWanted(aggregate) {
      aggregate.forEachCoefficient(of: player) { variable, weight in
        terms.append(
          Term(
            aggregate: k, variable: variable, weight: weight,
            enclosure: Interval(
              weight, relativeError: aggregate.relativeError)))
      }
    }
    return terms
  }
}

extension [MemberLinks.Term] {
  /// The terms of each number that there is, in its order.
  fileprivate func grouped(
    by number: (MemberLinks.Term) -> Int
  ) -> [[MemberLinks.Term]] {
    let terms = sorted { number($0) < number($1) }
    let starts = terms.indices.filter {
      $0 == 0 || number(terms[$0]) != number(terms[$0 - 1])
    }
    return zip(starts, starts.dropFirst() + [terms.count]).map {
      Array(terms[$0..<$1])
    }
  }
}

extension AggregativeGame {
  /// By the aggregates.
  public func grouped(_ groups: [[Int]]) -> any Game {
    AggregativeGroups(self, groups)
  }
}
