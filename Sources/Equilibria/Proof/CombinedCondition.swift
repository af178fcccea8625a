import Games

/// `Σ_v c_v x_v ≤ b` with one coefficient for each variable.
struct CombinedCondition {
  var coefficients: [Interval]
  var bound: Double

  /// Bounds each variable by what the others leave; false if nothing is left.
  func propagate(in box: inout Box) -> Bool {
    let least = box.indices.map { (coefficients[$0] * box[$0]).lower }
    var sum = Interval.zero
    for term in least { sum += Interval(term) }
    guard sum.lower <= bound, sum.isBounded, bound.isFinite else {
      return !(sum.lower > bound)
    }
    for v in box.indices where !box[v].isPoint {
      let coefficient = coefficients[v]
      let room = Interval(bound) - sum.removing(Interval(least[v]))
      guard let rest = Self.rest(of: box[v], coefficient, room.upper) else {
        return false
      }
      box[v] = rest
    }
    return true
  }

  /// The part of an interval where `coefficient · x ≤ room` is possible.
  private static func rest(
    of interval: Interval, _ coefficient: Interval, _ room: Double
  ) -> Interval? {
    guard coefficient.isPositive || coefficient.isNegative else {
      return interval
    }
    let limit = Interval(room) / coefficient
    return coefficient.isPositive
      ? interval.intersection(Interval(lower: -.infinity, upper: limit.upper))
      : interval.intersection(Interval(lower: limit.lower, upper: .infinity))
  }
}
