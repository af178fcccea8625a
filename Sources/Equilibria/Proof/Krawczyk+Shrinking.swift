import Games

extension Krawczyk {
  /// What the operator says of a box that it was applied to.
  struct Shrinkage {
    var isRegular = false
    /// Whether the Jacobian in the middle is singular for the variables inside.
    var isSingular = false
    /// Whether the box holds at most one equilibrium for each value of the
    /// indifferent variables: the Jacobian of the variables inside is regular,
    /// if there are any, and all others are points or indifferent.
    var holdsOne = false
  }

  /// Shrinks the variables of a box that lie inside their bounds; nil if
  /// nothing is left.
  ///
  /// - Parameters:
  ///   - box: The box.
  ///   - game: The game.
  ///   - indifferent: Variables whose own slope is zero on the box.
  /// - Returns: What the operator says; nil if nothing is left.
  static func shrink<G: Game>(
    _ box: inout Box, of game: G, indifferent: Set<Int> = []
  ) -> Shrinkage? {
    let inner = box.indices.filter { v in
      let whole = game.strategies.interval(of: v)
      return !box[v].isPoint && box[v].isInterior(to: whole)
        && !indifferent.contains(v)
    }
    let chosen = Set(inner)
    let areOthersKnown = box.indices.allSatisfy {
      chosen.contains($0) || box[$0].isPoint || indifferent.contains($0)
    }
    guard !inner.isEmpty else {
      return Shrinkage(holdsOne: box.allSatisfy(\.isPoint))
    }
    let enclosure = Enclosure(game, over: box, centre: box.midpoint)
    guard let image = apply(enclosure, over: box, variables: inner) else {
      return Shrinkage(isSingular: true)
    }
    for (k, v) in inner.enumerated() {
      guard let rest = box[v].intersection(image.intervals[k]) else {
        return nil
      }
      box[v] = rest
    }
    return Shrinkage(
      isRegular: image.isRegular,
      holdsOne: image.isRegular && areOthersKnown)
  }
}
