import Games

/// A variable of a game of formulas that is the multiplier of a constraint.
struct Auctioneer: Sendable, Equatable {
  /// The variable.
  let variable: Int
  /// Whether the constraint is an equation, so that the multiplier has any
  /// sign.
  let isEquality: Bool
}

extension FormulaGame {
  /// Shrinks a box by the first-order conditions of a game with multipliers.
  ///
  /// Within the bounds `F_v = 0`; at a lower bound `F_v ≤ 0`, at an upper one
  /// `F_v ≥ 0`. A multiplier at its upper bound, or at either for an equation,
  /// does not count as an equilibrium, so that its constraint holds. With the
  /// mean value theorem every condition bounds each variable in it. A game
  /// without multipliers is left as it is.
  ///
  /// - Complexity: O(n²) and an enclosure of the Jacobian a turn.
  public func propagateConditions(in box: inout Box) -> Bool {
    guard !auctioneers.isEmpty else { return true }
    for _ in 0..<Self.mostTurns {
      let before = box
      guard propagateOnce(in: &box) else { return false }
      let isWorthwhile = box.indices.contains {
        box[$0].width < Self.worthwhile * before[$0].width
      }
      if !isWorthwhile { break }
    }
    return true
  }

  /// The most turns, and the share of its width to which an interval must
  /// shrink for another one.
  private static let mostTurns = 8
  private static let worthwhile = 0.9

  private func propagateOnce(in box: inout Box) -> Bool {
    let centre = box.midpoint
    var values = box
    var slopes = [Interval](repeating: .zero, count: box.count * box.count)
    pseudoGradientEnclosure(over: box, into: &values, jacobian: &slopes)
    pseudoGradientEnclosure(over: centre.map { Interval($0) }, into: &values)
    for v in box.indices {
      guard let target = admissible(v, in: box) else { continue }
      let row = Array(slopes[v * box.count..<(v + 1) * box.count])
      guard
        LinearHull.shrink(
          &box, centre: centre, value: values[v], slopes: row, target: target)
      else { return false }
    }
    return true
  }

  /// What a component of the pseudo-gradient may be at an equilibrium of a
  /// box; nil for anything.
  private func admissible(_ v: Int, in box: Box) -> Interval? {
    let (lower, upper) = (strategies.lowerBounds[v], strategies.upperBounds[v])
    guard lower < upper else { return nil }
    let auctioneer = auctioneers.first { $0.variable == v }
    let mayRise = auctioneer == nil && box[v].upper == upper
    let mayFall = auctioneer?.isEquality != true && box[v].lower == lower
    if mayRise && mayFall { return nil }
    return Interval(
      lower: mayFall ? -.infinity : 0, upper: mayRise ? .infinity : 0)
  }
}
