import Games

/// Shrinks a box of levels without losing an equilibrium at any parameter of a
/// box.
struct CorrespondenceContraction {
  let family: GameFamily
  let parameters: Box
  let bounds: LevelBounds

  /// The limit on sweeps, and the gain of the last one that is worth another.
  private static let sweepLimit = 20
  private static let leastGain = 0.1

  init(_ family: GameFamily, over parameters: Box) {
    self.family = family
    self.parameters = parameters
    bounds = LevelBounds(family, over: parameters)
  }

  /// What is left of a box; nil if nothing.
  func contracted(_ start: Box) -> Box? {
    var box = start
    for _ in 0..<Self.sweepLimit {
      let before = box
      guard contractByMarginals(&box), contractByMap(&box) else { return nil }
      let gained = zip(box, before).contains {
        $0.width < (1 - Self.leastGain) * $1.width
      }
      if !gained { break }
    }
    return box
  }

  /// By each variable's own condition, where its bounds stand still.
  private func contractByMarginals(_ box: inout Box) -> Bool {
    let whole = bounds.whole
    var marginals = [MarginalBounds](
      repeating: .unknown, count: box.count + parameters.count)
    family.graph.marginalBounds(over: box + parameters, into: &marginals)
    for v in box.indices where !box[v].isPoint {
      guard bounds.lower[v].isPoint, bounds.upper[v].isPoint else { continue }
      guard let rest = marginals[v].rest(of: box[v], in: whole[v])
      else { return false }
      box[v] = rest
    }
    return true
  }

  /// By the natural map, whose fixed points the equilibria are.
  private func contractByMap(_ box: inout Box) -> Bool {
    guard let map = NaturalMap(family, over: box, parameters, bounds) else {
      return true
    }
    guard !map.excludesEquilibria,
      let rest = box.intersection(map.image)
    else { return false }
    box = rest
    return true
  }
}
