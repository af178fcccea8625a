import Scalars

/// The payoff of one member of a joint player above its plane: a function of
/// the member's level and aggregates; see ``BalancedPlanes``.
struct MemberPlane {
  private let member: Int
  /// The level and the aggregates at the profile.
  private let own: Interval
  private let aggregates: Aggregates<Interval>
  private let payoff: Interval
  /// The slopes of the plane, that in the level first.
  private let slopes: [Interval]
  /// The slope of the joint payoff in the level.
  private let jointSlope: Interval

  /// How many parts are looked at for one maximum.
  private static let partLimit = 60

  /// The plane at a profile.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - member: The member.
  ///   - own: The member's level.
  ///   - aggregates: The member's aggregates.
  ///   - slope: The slope of the joint payoff in the level.
  init(
    _ game: some JointGame, _ member: Int, own: Interval,
    aggregates: Aggregates<Interval>, slope: Interval
  ) {
    self.member = member
    self.own = own
    self.aggregates = aggregates
    jointSlope = slope
    let here = game.expansion(
      ofMember: member, own: own, aggregates: aggregates)
    payoff = here.value
    slopes = (0...game.aggregateCount).map {
      $0 == 0 ? here.slope(0) - slope : here.slope($0)
    }
  }

  /// A part of the arguments: the level first, then the aggregates.
  private typealias Part = Box

  /// An upper bound on the payoff above the plane, the level and the
  /// aggregates being anywhere in intervals. At most 0 if the payoff is proven
  /// concave from the profile on.
  func most(
    of game: some JointGame, over level: Interval,
    _ values: Aggregates<Interval>
  ) -> Double {
    var parts: [(part: Part, bound: Double)] = []
    let whole: Part = [level] + (0..<game.aggregateCount).map { values[$0] }
    var best = -Double.infinity
    func add(_ part: Part) {
      let (bound, attained) = bound(game, over: part)
      best = max(best, attained)
      parts.append((part, bound))
    }
    add(whole)
    for _ in 0..<Self.partLimit {
      guard
        let widest = parts.indices.max(by: {
          parts[$0].bound < parts[$1].bound
        }), parts[widest].bound > max(0, best)
      else { break }
      let halves = parts[widest].part.bisected(
        along: leading(game, in: parts[widest].part))
      guard halves.count == 2 else { break }
      parts.remove(at: widest)
      halves.forEach(add)
    }
    return parts.reduce(-.infinity) { max($0, $1.bound) }
  }

  /// An upper bound over a part, and a value that is taken in it.
  private func bound(
    _ game: some JointGame, over part: Part
  ) -> (bound: Double, attained: Double) {
    let range = expansion(game, over: part)
    let centre = part.map { Interval($0.midpoint) }
    let middle = expansion(game, over: centre)
    let atCentre = middle.value - payoff - plane(at: centre)
    var bound = min(
      (range.value - payoff - plane(at: part)).upper,
      part.indices.reduce(atCentre) { sum, k in
        sum + (range.slope(k) - slopes[k]) * (part[k] - centre[k])
      }.upper)
    if bound > 0 {
      let hull = zip(part, profile(game)).map { $0.hull($1) }
      if isConcave(expansion(game, over: hull), count: part.count) {
        // Below the tangent plane; the joint slope points out of the bounds.
        bound = 0
      }
    }
    return (bound, atCentre.lower)
  }

  private func profile(_ game: some JointGame) -> Part {
    [own] + (0..<game.aggregateCount).map { aggregates[$0] }
  }

  private func expansion(
    _ game: some JointGame, over part: Part
  ) -> Expansion<Interval> {
    var values = Aggregates<Interval>()
    for k in 1..<part.count { values[k - 1] = part[k] }
    return game.expansion(ofMember: member, own: part[0], aggregates: values)
  }

  /// The rise of the plane from the profile.
  private func plane(at part: Part) -> Interval {
    var sum = slopes[0] * (part[0] - own)
    for k in 1..<part.count {
      sum += slopes[k] * (part[k] - aggregates[k - 1])
    }
    return sum
  }

  /// The argument along which the curvature matters most.
  private func leading(_ game: some JointGame, in part: Part) -> Int {
    let range = expansion(game, over: part)
    return part.indices.max { a, b in
      func effect(_ k: Int) -> Double {
        part.indices.reduce(0) {
          $0 + range.curvature(k, $1).magnitude * part[k].width
        }
      }
      return effect(a) < effect(b)
    } ?? 0
  }

  /// Whether the payoff is proven concave in the arguments that it is not
  /// linear in.
  private func isConcave(_ range: Expansion<Interval>, count: Int) -> Bool {
    let curved = (0..<count).filter { k in
      (0..<count).contains { range.curvature(k, $0) != .zero }
    }
    let negative = curved.flatMap { row in
      curved.map { -range.curvature(row, $0) }
    }
    return negative.isPositiveDefinite(order: curved.count)
  }
}
