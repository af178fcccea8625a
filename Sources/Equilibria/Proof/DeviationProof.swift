import Games

/// Proves that a player cannot gain by any deviation, whatever profile of a
/// box is played, given that the first-order conditions hold there.
///
/// If the payoff is concave in the player's own variables over all its
/// strategies, nothing is left to show. Otherwise the strategies near those of
/// the box must lie in a part where it is concave, or where it falls in every
/// direction that leads away from the bound they are at, and every other part
/// must earn less than the box does. Nothing is proven where the payoff may be
/// undefined.
///
/// A player who decides for members is bounded member by member, by
/// ``BalancedPlanes``. Any other with several variables has first a
/// neighbourhood of the box in which its payoff is concave; what lies outside
/// is a slab on each side of each variable.
struct DeviationProof<G: Game> {
  private let game: G
  private let player: Int
  private let box: Box
  private let own: [Int]

  /// How many parts of the strategies are looked at.
  private static var partLimit: Int { 2_000 }

  init(_ game: G, player: Int, around box: Box) {
    self.game = game
    self.player = player
    self.box = box
    own = Array(game.strategies.variables(of: player))
  }

  /// Whether it is proven that no deviation gains.
  func excludesGains() -> Bool {
    guard game.isDefinedForDeviations(of: player, from: box) else {
      return false
    }
    if own.count > 1, let joint = game as? any JointGame {
      return Self.planesExcludeGains(in: joint, of: player, around: box)
    }
    let all = game.strategies.box(of: player)
    if isConcave(payoff(over: all)) { return true }
    let played = own.map { box[$0] }
    let current = payoff(over: played).value
    var open = own.count > 1 ? parts(of: all, beyond: played) : [all]
    for _ in 0..<Self.partLimit {
      guard let part = open.popLast() else { return true }
      if isWorse(part, than: current) { continue }
      if part.intersection(played) != nil {
        let joint = payoff(over: zip(part, played).map { $0.hull($1) })
        if isConcave(joint) || falls(joint.gradient, from: played, to: part) {
          continue
        }
      }
      let halves = part.bisected
      if halves.isEmpty || gains(part.midpoint, over: current) { return false }
      open.append(contentsOf: halves)
    }
    return false
  }

  /// Whether it is proven that a strategy earns more than the box does.
  private func gains(_ strategy: [Double], over current: Interval) -> Bool {
    let reply = strategy.map { Interval($0) }
    return (payoff(over: reply).value - current).isPositive
  }

  /// What is left of the strategies without the widest neighbourhood tried of
  /// what is played in which the payoff is concave: a slab on each side of each
  /// variable; all strategies if there is no such neighbourhood.
  private func parts(of all: Box, beyond played: Box) -> [Box] {
    guard let near = concaveNeighbourhood(of: played, in: all) else {
      return [all]
    }
    var rest = all
    var slabs: [Box] = []
    for k in all.indices {
      let (low, high) = (near[k].lower, near[k].upper)
      if rest[k].lower < low {
        slabs.append(rest)
        slabs[slabs.count - 1][k] = Interval(lower: rest[k].lower, upper: low)
      }
      if high < rest[k].upper {
        slabs.append(rest)
        slabs[slabs.count - 1][k] = Interval(lower: high, upper: rest[k].upper)
      }
      rest[k] = near[k]
    }
    return slabs
  }

  /// The widest neighbourhood tried on which the payoff is concave.
  private func concaveNeighbourhood(of played: Box, in all: Box) -> Box? {
    Self.reaches.lazy.map { reach in
      zip(all, played).map { whole, interval in
        let room = reach * whole.width
        return Interval(
          lower: max(whole.lower, interval.lower - room),
          upper: min(whole.upper, interval.upper + room))
      }
    }.first { isConcave(payoff(over: $0)) }
  }

  /// How far a neighbourhood reaches, as shares of the strategies.
  private static var reaches: [Double] {
    (1...8).map { Double.pow(4, -Double($0)) }
  }

  /// Whether a part is proven to earn less than the box does, by the range of
  /// the payoff or by its middle and its slopes.
  private func isWorse(_ part: Box, than current: Interval) -> Bool {
    let all = payoff(over: part)
    if (all.value - current).isNegative { return true }
    let middle = part.midpoint.map { Interval($0) }
    var bound = payoff(over: middle).value - current
    for k in part.indices {
      bound += all.gradient[k] * (part[k] - middle[k])
    }
    return bound.isNegative
  }

  /// What planes say of a game whose payoffs are known member by member.
  private static func planesExcludeGains(
    in game: some JointGame, of player: Int, around box: Box
  ) -> Bool {
    BalancedPlanes(game, player: player, around: box, isStationary: true)
      .excludesGains()
  }

  /// Whether some joint reply of all the player's variables is proven to gain.
  private func someReplyGains(_ played: Box, over current: Interval) -> Bool {
    guard own.count > 1, isDefined(on: played) else { return false }
    return JointReply(game, player: player, against: box.midpoint)
      .replies.contains { levels in
        let reply = levels.map { Interval($0) }
        return (payoff(over: reply).value - current).isPositive
          && isDefined(on: reply)
      }
  }

  /// Whether some deviation is proven to gain, whatever profile of the box is
  /// played: then no equilibrium lies in it.
  ///
  /// The ends, the middle and the quarters of each own interval are tried, one
  /// variable at a time, and joint replies of several variables.
  func provesGain() -> Bool {
    let played = own.map { box[$0] }
    let current = payoff(over: played).value
    if someReplyGains(played, over: current) { return true }
    return own.indices.contains { k in
      let whole = game.strategies.interval(of: own[k])
      return Self.trials.contains { share in
        var strategy = played
        strategy[k] = Interval(
          whole.lower + share * (whole.upper - whole.lower))
        return (payoff(over: strategy).value - current).isPositive
          && isDefined(on: strategy) && isDefined(on: played)
      }
    }
  }

  /// Where on an interval a deviation is tried.
  private static var trials: [Double] { [0, 0.25, 0.5, 0.75, 1] }

  private func isDefined(on strategy: Box) -> Bool {
    game.decoration(of: player, over: around(strategy)) == .continuous
  }

  private func payoff(over strategy: Box) -> OwnEnclosure {
    game.ownEnclosure(of: player, over: around(strategy))
  }

  /// The box with other strategies of the player.
  private func around(_ strategy: Box) -> Box {
    var result = box
    for (v, interval) in zip(own, strategy) { result[v] = interval }
    return result
  }

  /// Whether no component of `slopes · (part − played)` can be positive: by the
  /// mean value theorem the payoff is then nowhere higher in the part.
  private func falls(
    _ slopes: [Interval], from played: Box, to part: Box
  ) -> Bool {
    slopes.indices.allSatisfy { k in
      slopes[k].isNonpositive && part[k].lower >= played[k].upper
        || (-slopes[k]).isNonpositive && part[k].upper <= played[k].lower
    }
  }

  /// Whether the enclosed Hessian is negative semidefinite: its negative
  /// passes an interval Cholesky factorisation, or it is a number of one sign.
  private func isConcave(_ enclosure: OwnEnclosure) -> Bool {
    guard own.count != 1 else { return enclosure.hessian[0].isNonpositive }
    let negative = IntervalMatrix(
      order: own.count, elements: enclosure.hessian.map { -$0 })
    return negative.isPositiveDefinite
      || enclosure.hessian.allSatisfy {
        $0 == .zero
      }
  }
}
