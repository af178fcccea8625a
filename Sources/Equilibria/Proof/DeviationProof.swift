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
/// A player with several variables is bounded by ``JointDeviation``.
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
    if own.count > 1 {
      return JointDeviation(
        game, player: player, around: box, isStationary: true
      ).excludesGains(partLimit: Self.partLimit)
    }
    let all = game.strategies.box(of: player)
    if isConcave(payoff(over: all)) { return true }
    let played = own.map { box[$0] }
    let current = payoff(over: played).value
    var open = [all]
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

  /// Whether a reply is proven to gain, whatever profile of the box is played.
  ///
  /// What the others do enters both payoffs alike: their difference is enclosed
  /// in mean value form about the middle of what they do.
  func provesGain(by reply: [Double]) -> Bool {
    let played = own.map { box[$0] }
    let strategy = reply.map { Interval($0) }
    guard isDefined(on: strategy), isDefined(on: played) else { return false }
    let (before, after) = (slopes(over: played), slopes(over: strategy))
    var gain = middlePayoff(of: strategy) - middlePayoff(of: played)
    for v in box.indices where !own.contains(v) {
      gain += (after[v] - before[v]) * (box[v] - Interval(box[v].midpoint))
    }
    return gain.isPositive
  }

  /// Encloses what a strategy earns against the middle of what others do.
  private func middlePayoff(of strategy: Box) -> Interval {
    var middle = box.midpoint.map { Interval($0) }
    for (v, interval) in zip(own, strategy) { middle[v] = interval }
    return game.ownEnclosure(of: player, over: middle).value
  }

  /// Encloses the slopes of the payoff in all variables.
  private func slopes(over strategy: Box) -> [Interval] {
    var weights = [Double](repeating: 0, count: game.playerCount)
    weights[player] = 1
    var gradient = [Interval](repeating: .zero, count: box.count)
    _ = game.weightedEnclosure(
      weights, over: around(strategy), gradient: &gradient)
    return gradient
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

  /// Whether the enclosed curvature has no positive part.
  private func isConcave(_ enclosure: OwnEnclosure) -> Bool {
    enclosure.hessian.allSatisfy(\.isNonpositive)
  }
}
