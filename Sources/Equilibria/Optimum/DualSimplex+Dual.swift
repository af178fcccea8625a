// The dual method: the objective is as low as it can be at the vertex, which
// violates constraints; one of them after the other is met.
extension DualSimplex {
  /// The level or slack that is farthest outside its bounds; nil if none is.
  func mostViolated() -> Blocking? {
    var worst: Blocking?
    var most = Self.tolerance
    for i in values.indices where places[i] < 0 {
      let below = lower[i] - values[i]
      let above = values[i] - upper[i]
      guard max(below, above) > most else { continue }
      most = max(below, above)
      worst = Blocking(variable: i, isAtUpper: above > below, reach: most)
    }
    return worst
  }

  /// The edge on which the violation falls at the least loss; nil if there is
  /// none.
  func enteringEdge(_ product: [Double], _ violated: Blocking) -> Int? {
    let side = violated.isAtUpper ? -1.0 : 1
    func gain(_ j: Int) -> Double {
      isAtUpper[j] ? -side * product[j] : side * product[j]
    }
    var least = Double.infinity
    for j in 0..<columnCount where gain(j) > Self.leastRate && isOpen(j) {
      least = min(least, (abs(costs[j]) + Self.tolerance) / gain(j))
    }
    var best: Int?
    for j in 0..<columnCount where gain(j) > Self.leastRate && isOpen(j) {
      guard abs(costs[j]) / gain(j) <= least else { continue }
      if let other = best, gain(other) >= gain(j) { continue }
      best = j
    }
    return best
  }

  /// Moves along an edge until a constraint is met, which takes the place of
  /// the edge's one.
  mutating func exchange(
    _ edge: Int, for violated: Blocking, _ product: [Double]
  ) {
    let step =
      (violated.isAtUpper ? -violated.reach : violated.reach) / product[edge]
    move(rates(along: edge, times: 1), by: step)
    replace(edge, by: violated, product)
  }
}
