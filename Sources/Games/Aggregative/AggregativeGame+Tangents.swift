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
    guard weights.allSatisfy({ $0 >= 0 }) else { return .infinity }
    let tangents = tangents(about: levels, over: box) {
      slack / (Double(box.count) * weights[$0])
    }
    var gradient = charges.map { -Interval($0) }
    if gradient.isEmpty { gradient = box.map { _ in .zero } }
    var total = Interval.zero
    for i in box.indices where weights[i] > 0 {
      guard tangents[i].most < .infinity else { return .infinity }
      let weight = Interval(weights[i])
      total += weight * Interval(tangents[i].most)
      gradient[i] += weight * Interval(tangents[i].slopes[0])
    }
    for k in aggregates.indices {
      let factors = box.indices.map {
        Interval(weights[$0]) * Interval(tangents[$0].slopes[k + 1])
      }
      aggregates[k].addTransposed(factors, to: &gradient)
    }
    for v in box.indices { total += gradient[v] * box[v] }
    return total.upper
  }

  /// The tangents of payoffs at a profile, with how far payoffs rise above them
  /// over a box; nothing is known where the slack is not finite or when the work
  /// was to stop.
  ///
  /// Blocks of players have a share each of the parts that may be halved.
  @inlinable
  func tangents(
    about levels: Profile<Double>, over box: Box, slack: (Int) -> Double
  ) -> [PayoffTangent] {
    let count = aggregates.count
    let ranges = AggregateState(aggregates, count: count, at: box)
    let points = AggregateState(aggregates, count: count, at: levels)
    let blocks = Parallel.blocks(of: box.count) { block -> [PayoffTangent] in
      var effort =
        TangentSearch<Self>.totalEffort / box.count * block.count
      var search = TangentSearch(self)
      var tangents = [PayoffTangent](
        repeating: PayoffTangent(), count: block.count)
      for i in block {
        let slack = slack(i)
        guard slack.isFinite, !Cancellation.isRequested else { continue }
        let aggregates = points.values(of: i, at: levels)
        search.turn(
          to: i, own: levels[i], aggregates: aggregates,
          slopes: payoffSlopes(
            of: i, own: levels[i], aggregates: aggregates))
        let range = ranges.values(of: i, at: box)
        var whole = TangentSearch<Self>.Part(repeating: .zero)
        whole[0] = box[i]
        for k in 0..<count { whole[k + 1] = range[k] }
        tangents[i - block.lowerBound] = PayoffTangent(
          most: search.upperBound(over: whole, slack: slack, effort: &effort),
          slopes: search.slopes)
      }
      return tangents
    }
    return Array(blocks.joined())
  }
}

/// A linear function of what a payoff depends on.
@usableFromInline
struct PayoffTangent: Sendable {
  /// How far the payoff rises above it at most.
  @usableFromInline var most = Double.infinity
  /// Its slopes in the own level and the aggregates.
  @usableFromInline var slopes = InlineArray<5, Double>(repeating: 0)

  /// One of which nothing is known.
  @usableFromInline init() {}

  @usableFromInline init(most: Double, slopes: InlineArray<5, Double>) {
    self.most = most
    self.slopes = slopes
  }
}
