import Scalars

/// Bounds what a player who decides for members gains by any change of all
/// its levels at once.
///
/// With `U_k(x_k, a_k)` the payoff of member k in its level and its aggregates,
/// each member's payoff lies below its tangent plane at the profile x* by
///
///     e_k = U_k − U_k* − Σ_a μ_a (a_k − a_k*) − (∂U_k/∂x_k − G_k)(x_k − x_k*).
///
/// The planes of all members add up to the slope G of the player's payoff. It
/// is taken back where it leads out of the bounds of a level; elsewhere what it
/// may add is counted, which is nothing at an equilibrium. So the gain is at
/// most the sum of the maxima of `e_k`: maxima over few numbers, however many
/// levels the player owns. Where `U_k` is concave between x* and
/// a part, the maximum there is 0. If the sum is more than 0, the player's box
/// is halved, and each part is bounded again; a part in which the player's
/// payoff is concave as a whole cannot gain.
package struct BalancedPlanes<G: JointGame> {
  private let game: G
  private let player: Int
  private let members: [MemberPlane]
  /// The box of the profile.
  private let box: Box
  /// What the slopes add at most where they do not lead out of the bounds.
  private let rest: Double

  /// How many parts of the player's strategies are looked at.
  private static var partLimit: Int { 400 }

  /// The planes around a profile.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - player: The player.
  ///   - box: Where the profile is.
  ///   - isStationary: Whether the first-order conditions are known to hold at
  ///     the profile.
  package init(_ game: G, player: Int, around box: Box, isStationary: Bool) {
    self.game = game
    self.player = player
    self.box = box
    var slopes = box
    game.pseudoGradientEnclosure(over: box, into: &slopes)
    var rest = Interval.zero
    for v in game.strategies.variables(of: player) {
      let reach =
        Interval(
          lower: game.strategies.lowerBounds[v],
          upper: game.strategies.upperBounds[v]) - box[v]
      let climb = slopes[v] * reach
      guard !isStationary, climb.upper > 0 else { continue }
      rest += climb
      slopes[v] = .zero
    }
    self.rest = max(0, rest.upper)
    let values = game.aggregates(ofMembersOf: player, over: box)
    members = zip(game.groups[player], values).map { member, aggregates in
      MemberPlane(
        game, member, own: box[member], aggregates: aggregates,
        slope: slopes[member])
    }
  }

  /// An upper bound on the gain; 0 if it is proven that nothing gains.
  package func gainBound() -> Double {
    var open = [game.strategies.box(of: player)]
    var worst = 0.0
    for count in 0... {
      guard let part = open.popLast() else { break }
      let (bound, steepest) = bound(over: part)
      if bound <= 0 || count < Self.partLimit && isConcave(towards: part) {
        continue
      }
      let halves = part.bisected(along: steepest)
      if count >= Self.partLimit || halves.isEmpty {
        worst = max(worst, bound)
      } else {
        open.append(contentsOf: halves)
      }
    }
    return worst > 0 ? (Interval(worst) + Interval(rest)).upper : rest
  }

  /// Whether it is proven that nothing gains; false at once where something
  /// is proven to gain.
  package func excludesGains() -> Bool {
    guard rest <= 0 else { return false }
    let current = game.payoffEnclosure(of: player, over: box)
    var open = [game.strategies.box(of: player)]
    for _ in 0..<Self.partLimit {
      guard let part = open.popLast() else { return true }
      let (bound, steepest) = bound(over: part)
      if bound <= 0 || isConcave(towards: part) { continue }
      let halves = part.bisected(along: steepest)
      if halves.isEmpty || isBetter(part.midpoint, than: current) {
        return false
      }
      open.append(contentsOf: halves)
    }
    return open.isEmpty
  }

  /// Whether the player is proven to earn more by some levels of its own.
  private func isBetter(_ levels: [Double], than current: Interval) -> Bool {
    let payoff = game.payoffEnclosure(
      of: player, over: around(levels.map { Interval($0) }))
    return (payoff - current).isPositive
  }

  /// The box of the profile with other levels of the player.
  private func around(_ part: Box) -> Box {
    var around = box
    around.setElements(of: game.strategies.variables(of: player), to: part)
    return around
  }

  /// The sum of the members' maxima over a part of the player's strategies,
  /// and the variable that is to be halved.
  private func bound(over part: Box) -> (Double, variable: Int) {
    let values = game.aggregates(ofMembersOf: player, over: around(part))
    var total = Interval.zero
    var isAbove = false
    var steepest = (place: 0, measure: -1.0)
    for (k, member) in members.enumerated() {
      let most = member.most(of: game, over: part[k], values[k])
      total += Interval(most)
      isAbove = isAbove || most > 0
      let measure = max(most, 0) + part[k].width
      if !part[k].isPoint, measure > steepest.measure {
        steepest = (k, measure)
      }
    }
    return (isAbove ? total.upper : min(0, total.upper), steepest.place)
  }

  /// Whether the player's payoff is concave from the profile to every point of
  /// a part: by the first-order conditions it is nowhere higher.
  private func isConcave(towards part: Box) -> Bool {
    let own = game.strategies.variables(of: player)
    var hull = box
    hull.setElements(
      of: own,
      to: zip(box.elements(of: own), part).map { $0.hull($1) })
    let hessian = game.ownEnclosure(of: player, over: hull).hessian
    return hessian.map { -$0 }.isPositiveDefinite(order: own.count)
  }
}
