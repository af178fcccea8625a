// The dual method: the objective is as low as it can be at the vertex, which
// violates constraints; one of them after the other is met.
extension DualSimplex {
  /// The level or slack that is farthest outside its bounds; nil if none is.
  func mostViolated() -> Blocking? {
    var worst: Blocking?
    var most = Self.tolerance
    for v in 0..<columnCount where places[v] < 0 {
      let below = lower[v] - vertex[v]
      let above = vertex[v] - upper[v]
      guard max(below, above) > most else { continue }
      most = max(below, above)
      worst = Blocking(variable: v, isAtUpper: above > below, reach: most)
    }
    for k in slacks.indices where places[columnCount + k] < 0 {
      guard -slacks[k] > most else { continue }
      most = -slacks[k]
      worst = Blocking(
        variable: columnCount + k, isAtUpper: false, reach: most)
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
    func isOpen(_ j: Int) -> Bool {
      gain(j) > Self.leastRate
        && upperBound(of: outside[j]) > lowerBound(of: outside[j])
    }
    var least = Double.infinity
    for j in 0..<columnCount where isOpen(j) {
      least = min(least, (abs(costs[j]) + Self.tolerance) / gain(j))
    }
    var best: Int?
    for j in 0..<columnCount where isOpen(j) {
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
    let direction = edges.edge(edge, times: 1)
    move(along: direction, rates: rates(along: direction), by: step)
    replace(edge, by: violated, product)
  }
}
