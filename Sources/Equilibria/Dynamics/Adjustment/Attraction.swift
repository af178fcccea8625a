import Games
import LinearAlgebra
import Scalars

/// How large the share of the starts is that end at each equilibrium.
///
/// Where the process is proven monotone, an order interval whose two ends are
/// proven to reach the same equilibrium lies in its basin; the strategy box is
/// halved until what is left is small, or where that takes too many boxes
/// divided into columns (``BasinColumns``). Beside it stands the share of random
/// starts with Wilson's interval of 95 %.
///
/// Reference: Hirsch and Smith, Monotone Dynamical Systems, 2005; Menck et al.,
/// Nature Physics 9, 2013; Wilson, Journal of the American Statistical
/// Association 22, 1927.
package struct Attraction: Sendable {
  /// The share of the starts that end at an equilibrium.
  package struct Share: Sendable {
    /// The best estimate.
    package var share: Double
    /// The bounds.
    package var low, high: Double
    /// Whether the bounds are proven; else they are a confidence interval.
    package var isProven: Bool
  }

  /// The share of each equilibrium.
  package let shares: [Share]
  /// The share of random starts that ended at no equilibrium; 0 where a proof
  /// leaves none, nil if no start was followed to its end.
  package let cycling: Double?

  /// Measures shares; nil if nothing is proven of them and no start was
  /// followed to its end before the work was to stop.
  ///
  /// - Parameters:
  ///   - attractors: The process and its equilibria.
  ///   - starts: How many random starts.
  ///   - seed: The seed of the random numbers.
  ///   - limit: The limit on periods.
  ///   - monitor: Is asked now and then whether to go on.
  package init?(
    _ attractors: Attractors, starts: Int, seed: UInt64, limit: Int,
    monitor: Monitor = .unattended
  ) {
    @Sendable func goesOn() -> Bool {
      monitor.continues("starts", done: 0, of: starts)
    }
    var cover = OrderCover(attractors, limit: limit)
    if attractors.isMonotone { cover.refine(goesOn) }
    if cover.rest > OrderCover.goal,
      let columns = BasinColumns(attractors, limit: limit),
      let volumes = columns.volumes(leaving: OrderCover.goal)
    {
      cover.claim(volumes.low, for: columns.lowest)
      cover.claim(volumes.high, for: columns.highest)
    }
    let proven = cover.volumes
    if cover.rest == 0 {
      shares = proven.map {
        Share(share: $0, low: $0, high: $0, isProven: true)
      }
      cycling = 0
      return
    }
    let counts = Self.counts(
      attractors, starts: starts, seed: seed, limit: limit, goesOn)
    let total = Double(counts.reduce(0, +))
    let isSharp = cover.rest <= OrderCover.goal
    guard isSharp || total > 0 else { return nil }
    shares = proven.indices.map { k in
      let share = total > 0 ? Double(counts[k]) / total : 0
      guard isSharp else { return Self.wilson(counts[k], of: total) }
      let high = min(1, (Interval(proven[k]) + Interval(cover.rest)).upper)
      return Share(
        share: min(max(share, proven[k]), high), low: proven[k], high: high,
        isProven: true)
    }
    cycling = total > 0 ? Double(counts[proven.count]) / total : nil
  }

  /// How many of the starts end at each equilibrium, and last at none.
  private static func counts(
    _ attractors: Attractors, starts: Int, seed: UInt64, limit: Int,
    _ goesOn: @escaping @Sendable () -> Bool
  ) -> [Int] {
    let none = attractors.equilibria.count
    let block = 64
    let blocks = (starts + block - 1) / block
    let space = attractors.process.game.strategies
    let parts = Parallel.map(blocks) { b in
      var counts = [Int](repeating: 0, count: none + 1)
      let range = (b * block)..<min(starts, (b + 1) * block)
      for k in range where goesOn() {
        let random = CounterRandom(seed: seed, run: k)
        let start = (0..<space.dimension).map { i in
          let low = space.lowerBounds[i]
          return low + random.uniform(i) * (space.upperBounds[i] - low)
        }
        let end = attractors.destination(from: start, limit: limit) ?? none
        // A path that was cut short ends nowhere yet.
        if !Cancellation.isRequested { counts[end] += 1 }
      }
      return counts
    }
    return parts.reduce([Int](repeating: 0, count: none + 1)) {
      zip($0, $1).map { $0 + $1 }
    }
  }

  /// The standard normal quantile of 97.5 %.
  private static let quantile = 1.959_963_984_540_054

  private static func wilson(_ count: Int, of total: Double) -> Share {
    let share = Double(count) / total
    let z = quantile * quantile / total
    let centre = (share + z / 2) / (1 + z)
    let reach =
      quantile * (share * (1 - share) / total + z / total / 4).squareRoot()
      / (1 + z)
    return Share(
      share: share, low: max(0, min(share, centre - reach)),
      high: min(1, max(share, centre + reach)), isProven: false)
  }
}
