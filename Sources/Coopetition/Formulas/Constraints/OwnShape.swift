import Games

/// The shape of payoffs and constraints in the own variables of each player.
struct OwnShape {
  let base: FormulaGame
  let rows: [ConstraintRow]
  let functions: ConstraintFunctions

  /// How many parts of the strategies are looked at for concavity.
  private static let mostParts = 500
  /// The weight of what breaks a constraint all over its width, beside the range
  /// of payoffs.
  private static let factor = 10.0

  /// The players whose payoffs are not proven concave, or who keep a constraint
  /// that is not proven convex, in their own variables.
  func playersWithoutConcavity(over box: Box) -> [Int] {
    (0..<base.playerCount).filter { player in
      let own = Array(base.strategies.variables(of: player))
      guard !own.isEmpty else { return false }
      let isShaped = rows.indices.allSatisfy { k in
        guard rows[k].players.contains(player) else { return true }
        return rows[k].kind == .atMost
          ? functions.isConvex(k, in: own, over: box)
          : functions.isAffine(k, in: own, over: box)
      }
      return !isShaped || !isConcave(player, over: box)
    }
  }

  /// What is to be deducted for the square of what breaks each constraint: 0
  /// unless one of some players keeps it.
  func weights(for players: [Int], over box: Box) -> [Double] {
    rows.indices.map { k in
      let keepers = rows[k].players.filter(players.contains)
      guard !keepers.isEmpty else { return 0 }
      let size = keepers.reduce(0) {
        max($0, base.payoffEnclosure(of: $1, over: box).width)
      }
      let width = functions.enclosure(k, over: box).width
      let weight = Self.factor * size / (width * width)
      return weight.isFinite ? weight : 0
    }
  }

  /// Whether a payoff is proven concave in the player's own variables,
  /// whatever of a box is played.
  private func isConcave(_ player: Int, over box: Box) -> Bool {
    var open = [box]
    for _ in 0..<Self.mostParts {
      guard let part = open.popLast() else { return true }
      let own = base.ownEnclosure(of: player, over: part)
      if own.hessian.map({ -$0 })
        .isPositiveSemidefinite(order: own.gradient.count)
      {
        continue
      }
      guard
        let widest = part.indices.max(by: { part[$0].width < part[$1].width })
      else { return false }
      let halves = part.bisected(along: widest)
      guard !halves.isEmpty else { return false }
      open += halves
    }
    return open.isEmpty
  }
}
