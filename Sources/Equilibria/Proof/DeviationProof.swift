import Games

/// Proves that a player cannot gain by any deviation, whatever profile of a
/// box is played, given that the first-order conditions hold there.
///
/// If the payoff is concave in the player's own variables over all its
/// strategies, nothing is left to show. Otherwise the strategies near those of
/// the box must lie in a part where it is concave, or where it falls in every
/// direction that leads away from the bound they are at, and every other part
/// must earn less than the box does.
struct DeviationProof<G: Game> {
  private let game: G
  private let player: Int
  private let box: Box
  private let own: Range<Int>

  /// How many parts of the strategies are looked at.
  private static var partLimit: Int { 2_000 }

  init(_ game: G, player: Int, around box: Box) {
    self.game = game
    self.player = player
    self.box = box
    own = game.strategies.variables(of: player)
  }

  /// Whether it is proven that no deviation gains.
  func excludesGains() -> Bool {
    let all = game.strategies.box(of: player)
    if isConcave(payoff(over: all)) { return true }
    let played = Array(box[own])
    let current = payoff(over: played).value
    var open = [all]
    for _ in 0..<Self.partLimit {
      guard let part = open.popLast() else { return true }
      let here = payoff(over: part)
      if (here.value - current).isNegative { continue }
      if part.intersection(played) != nil {
        let joint = payoff(over: zip(part, played).map { $0.hull($1) })
        if isConcave(joint) || falls(joint.gradient, from: played, to: part) {
          continue
        }
      }
      let halves = part.bisected
      if halves.isEmpty { return false }
      open.append(contentsOf: halves)
    }
    return false
  }

  /// Whether some deviation is proven to gain, whatever profile of the box is
  /// played: then no equilibrium lies in it.
  ///
  /// The ends, the middle and the quarters of each own interval are tried, one
  /// variable at a time.
  func provesGain() -> Bool {
    let played = Array(box[own])
    let current = payoff(over: played).value
    return own.contains { v in
      let whole = game.strategies.interval(of: v)
      return Self.trials.contains { share in
        var strategy = played
        strategy[v - own.lowerBound] = Interval(
          whole.lower + share * (whole.upper - whole.lower))
        return (payoff(over: strategy).value - current).isPositive
      }
    }
  }

  /// Where on an interval a deviation is tried.
  private static var trials: [Double] { [0, 0.25, 0.5, 0.75, 1] }

  private func payoff(over strategy: Box) -> OwnEnclosure {
    var around = box
    around.replaceSubrange(own, with: strategy)
    return game.ownEnclosure(of: player, over: around)
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
