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
    let lengths = edges.lengths
    var best: Int?
    var most = 0.0
    for j in 0..<columnCount {
      let gain = isAtUpper[j] ? costs[j] : -costs[j]
      guard gain > Self.tolerance, gain * gain > most * lengths[j], isOpen(j)
      else { continue }
      (best, most) = (j, gain * gain / lengths[j])
    }
    return best
  }

  /// Moves along an edge until a constraint is met, or the other bound of the
  /// one that is left.
  private mutating func advance(_ edge: Int) {
    let sign = isAtUpper[edge] ? -1.0 : 1
    let rates = rates(along: edge, times: sign)
    let width = upper[outside[edge]] - lower[outside[edge]]
    guard let blocking = blocking(rates, before: width) else {
      move(rates, by: width)
      isAtUpper[edge].toggle()
      return
    }
    move(rates, by: blocking.reach)
    replace(edge, by: blocking, product(of: blocking.variable))
  }

  /// What stops a move; nil if nothing does before some length.
  private func blocking(_ rates: [Double], before length: Double) -> Blocking? {
    let best = RatioTest.blocking(
      rates, values, lower, upper, levels: columnCount, before: length)
    return best.map {
      let room =
        rates[$0] < 0 ? values[$0] - lower[$0] : upper[$0] - values[$0]
      return Blocking(
        variable: $0, isAtUpper: rates[$0] > 0,
        reach: max(0, room / abs(rates[$0])))
    }
  }
}
