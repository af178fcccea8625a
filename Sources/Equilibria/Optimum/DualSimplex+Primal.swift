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
        isOpen(j)
      else { continue }
      (best, most) = (j, gain * gain / edges.lengths[j])
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
  ///
  /// Among the constraints that are met within the tolerance, the one that is
  /// approached fastest keeps the edges well apart (Harris).
  private func blocking(_ rates: [Double], before length: Double) -> Blocking? {
    let (best, limit) = rates.withUnsafeBufferPointer { rates in
      values.withUnsafeBufferPointer { values in
        lower.withUnsafeBufferPointer { lower in
          upper.withUnsafeBufferPointer { upper in
            Self.blocking(rates, values, lower, upper, before: length)
          }
        }
      }
    }
    guard limit < length else { return nil }
    return best.map {
      let room =
        rates[$0] < 0 ? values[$0] - lower[$0] : upper[$0] - values[$0]
      return Blocking(
        variable: $0, isAtUpper: rates[$0] > 0,
        reach: max(0, room / abs(rates[$0])))
    }
  }

  /// What stops a move, and how far it can go if bounds give way by the
  /// tolerance.
  ///
  /// Two constraints are looked at at a time, without a branch that hangs on
  /// the direction in which they are approached.
  private static func blocking(
    _ rates: UnsafeBufferPointer<Double>, _ values: UnsafeBufferPointer<Double>,
    _ lower: UnsafeBufferPointer<Double>, _ upper: UnsafeBufferPointer<Double>,
    before length: Double
  ) -> (best: Int?, limit: Double) {
    typealias Pair = SIMD2<Double>
    let last = rates.count - 1
    func pair(_ numbers: UnsafeBufferPointer<Double>, _ i: Int) -> Pair {
      Pair(numbers[i], numbers[min(i + 1, last)])
    }
    func room(_ i: Int, _ rates: Pair) -> Pair {
      let value = pair(values, i)
      return (pair(upper, i) - value)
        .replacing(with: value - pair(lower, i), where: rates .< 0)
    }
    func speed(_ rates: Pair) -> Pair {
      rates.replacing(with: -rates, where: rates .< 0)
    }
    var limits = Pair(repeating: length)
    for i in stride(from: 0, to: rates.count, by: Pair.scalarCount) {
      let rate = pair(rates, i)
      let speed = speed(rate)
      let reach = ((room(i, rate) + tolerance) / speed)
        .replacing(with: .infinity, where: speed .<= leastRate)
      limits = limits.replacing(with: reach, where: reach .< limits)
    }
    let limit = limits.min()
    var best: Int?
    var fastest = leastRate
    for i in stride(from: 0, to: rates.count, by: Pair.scalarCount) {
      let rate = pair(rates, i)
      let speed = speed(rate)
      let isMet = room(i, rate) .<= limit * speed
      guard any(isMet .& (speed .> fastest)) else { continue }
      for lane in 0..<Pair.scalarCount
      where isMet[lane] && speed[lane] > fastest {
        (best, fastest) = (min(i + lane, last), speed[lane])
      }
    }
    return (best, limit)
  }
}
