import LinearAlgebra
import Scalars

extension AggregativeGame {
  /// Bounds each payoff by a tangent in the own level and the aggregates, and
  /// the sum of the tangents, which is linear in the profile, over the box:
  ///
  ///     Σ_i w_i u_i − c·x ≤ Σ_i w_i max (u_i − g_i·z_i) + max (h − c)·x,
  ///
  /// with `h = Σ_i w_i B_iᵀ g_i`.
  ///
  /// At a maximum x* the linear part is largest at x* too; so if each payoff
  /// lies below its tangent there, x* is proven to be global at once, with any
  /// number of players.
  ///
  /// - Complexity: Two passes over the links and a short search for each
  ///   player.
  @inlinable
  public func weightedUpperBound(
    _ weights: [Double], charges: [Double], about levels: Profile<Double>,
    over box: Box, slack: Double
  ) -> Double {
    let count = aggregates.count
    let ranges = AggregateState(aggregates, count: count, at: box)
    let points = AggregateState(aggregates, count: count, at: levels)
    var factors = [[Interval]](
      repeating: [Interval](repeating: .zero, count: box.count), count: count)
    var gradient = charges.map { -Interval($0) }
    if gradient.isEmpty { gradient = box.map { _ in .zero } }
    var total = Interval.zero
    var effort = TangentSearch<Self>.totalEffort
    for i in box.indices where weights[i] != 0 {
      guard weights[i] > 0, !Cancellation.isRequested else {
        return .infinity
      }
      let search = TangentSearch(
        self, of: i, own: levels[i],
        aggregates: points.values(of: i, at: levels)
      )
      var whole = TangentSearch<Self>.Part(repeating: .zero)
      whole[0] = box[i]
      let range = ranges.values(of: i, at: box)
      for k in 0..<count { whole[k + 1] = range[k] }
      let most = search.upperBound(
        over: whole, slack: slack / (Double(box.count) * weights[i]),
        effort: &effort)
      guard most < .infinity else { return .infinity }
      let weight = Interval(weights[i])
      total += weight * Interval(most)
      gradient[i] += weight * Interval(search.slopes[0])
      for k in 0..<count {
        factors[k][i] = weight * Interval(search.slopes[k + 1])
      }
    }
    for k in 0..<count {
      aggregates[k].addTransposed(factors[k], to: &gradient)
    }
    for v in box.indices { total += gradient[v] * box[v] }
    return total.upper
  }
}
