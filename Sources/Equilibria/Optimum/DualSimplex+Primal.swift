// The primal method: the vertex satisfies all constraints; edges on which the
// objective falls are followed until a constraint stops them.
extension DualSimplex {
  /// Moves from vertex to vertex until none is better; false if the pivots run
  /// out.
  mutating func improve(_ left: inout Int) -> Bool {
    while let edge = steepestEdge() {
      guard left > 0 else { return false }
      left -= 1
      advance(edge)
    }
    return true
  }

  /// The edge on which the objective falls most by length; nil at an optimum.
  private func steepestEdge() -> Int? {
    var best: Int?
    var most = 0.0
    for j in 0..<columnCount {
      let gain = isAtUpper[j] ? costs[j] : -costs[j]
      guard gain > Self.tolerance, gain * gain > most * edges.lengths[j],
        upperBound(of: outside[j]) > lowerBound(of: outside[j])
      else { continue }
      (best, most) = (j, gain * gain / edges.lengths[j])
    }
    return best
  }

  /// Moves along an edge until a constraint is met, or the other bound of the
  /// one that is left.
  private mutating func advance(_ edge: Int) {
    let sign = isAtUpper[edge] ? -1.0 : 1
    let own = outside[edge]
    let direction = edges.edge(edge, times: sign)
    let rates = rates(along: direction)
    let width = upperBound(of: own) - lowerBound(of: own)
    guard let blocking = blocking(direction, rates, before: width) else {
      move(along: direction, rates: rates, by: width)
      isAtUpper[edge].toggle()
      return
    }
    move(along: direction, rates: rates, by: blocking.reach)
    replace(edge, by: blocking, product(of: blocking.variable))
  }

  /// What stops a move; nil if nothing does before some length.
  ///
  /// Among the constraints that are met within the tolerance, the one that is
  /// approached fastest keeps the edges well apart (Harris).
  private func blocking(
    _ direction: [Double], _ rates: [Double], before length: Double
  ) -> Blocking? {
    var limit = length
    for v in 0..<columnCount where abs(direction[v]) > Self.leastRate {
      let room = room(of: v, direction[v]) + Self.tolerance
      limit = min(limit, room / abs(direction[v]))
    }
    for k in rates.indices where rates[k] < -Self.leastRate {
      limit = min(limit, (slacks[k] + Self.tolerance) / -rates[k])
    }
    guard limit < length else { return nil }
    var best: (variable: Int, rate: Double, reach: Double)?
    for v in 0..<columnCount where abs(direction[v]) > Self.leastRate {
      let reach = room(of: v, direction[v]) / abs(direction[v])
      guard reach <= limit, abs(direction[v]) > abs(best?.rate ?? 0) else {
        continue
      }
      best = (v, direction[v], reach)
    }
    for k in rates.indices where rates[k] < -Self.leastRate {
      let reach = slacks[k] / -rates[k]
      guard reach <= limit, -rates[k] > abs(best?.rate ?? 0) else { continue }
      best = (columnCount + k, rates[k], reach)
    }
    return best.map {
      Blocking(
        variable: $0.variable,
        isAtUpper: $0.variable < columnCount && $0.rate > 0,
        reach: max(0, $0.reach))
    }
  }

  /// How far a level is from the bound that it moves to.
  private func room(of level: Int, _ rate: Double) -> Double {
    rate < 0 ? vertex[level] - lower[level] : upper[level] - vertex[level]
  }
}
