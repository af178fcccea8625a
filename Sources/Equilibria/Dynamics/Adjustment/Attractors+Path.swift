import LinearAlgebra

extension Attractors {
  /// A path of adjustment.
  public struct Path: Sendable {
    /// The levels in each period, from 0.
    public var levels: [[Double]]
    /// The place of the equilibrium that it comes to; nil if there is none
    /// within the limit on periods.
    public var reached: Int?
    /// The first period from which on all levels are within `arrival` of the
    /// equilibrium, where their bounds lie farther apart than 1 within that share
    /// of the distance; the number of periods followed if there is none.
    public var periods: Int
    /// The period of a cycle that it ends in.
    public var cycle: Int?
    /// Whether the work was to stop before it was known where it ends.
    public var isStopped = false
  }

  /// Follows the levels from a start.
  ///
  /// - Parameters:
  ///   - start: The levels in period 0.
  ///   - limit: The limit on periods.
  /// - Returns: The path.
  public func path(from start: [Double], limit: Int) -> Path {
    var levels: [[Double]] = []
    var reached = follow(from: start, limit: limit) { levels.append($1) }
    let last = levels[levels.count - 1]
    reached = reached ?? nearest(last, within: Self.arrival)
    guard let k = reached else {
      return Path(
        levels: levels, reached: nil, periods: levels.count - 1,
        cycle: cycle(in: levels), isStopped: Cancellation.isRequested)
    }
    let outside = levels.lastIndex { !isSeenNear($0, k) }
    return Path(
      levels: levels, reached: k, periods: outside.map { $0 + 1 } ?? 0,
      cycle: nil)
  }

  /// Whether readers of levels, or of shares where the levels' bounds lie far
  /// apart, see them arrived at an equilibrium.
  private func isSeenNear(_ levels: [Double], _ k: Int) -> Bool {
    let space = process.game.strategies
    return levels.indices.allSatisfy {
      let width = max(1, space.upperBounds[$0] - space.lowerBounds[$0])
      return abs(levels[$0] - equilibria[k][$0]) <= Self.arrival * width
    }
  }

  /// Shows the levels of each period, from 0, until they are very near an
  /// equilibrium from which they do not depart.
  ///
  /// - Returns: The place of that equilibrium; nil if none is reached.
  func follow(
    from start: [Double], limit: Int, _ show: (Int, [Double]) -> Void
  ) -> Int? {
    var (period, levels) = (0, start)
    while true {
      show(period, levels)
      if let place = arrived(levels, within: Self.end) { return place }
      guard period < limit, !Cancellation.isRequested else { return nil }
      levels = process.next(levels)
      period += 1
    }
  }

  /// The same until nobody moves, among many players by those who do.
  func followToRest(
    from start: [Double], limit: Int, _ show: (Int, [Double]) -> Void
  ) {
    guard let returnTest else {
      _ = follow(from: start, limit: limit, show)
      return
    }
    returnTest.follow(from: start, limit: limit) { period, levels in
      show(period, levels)
      return true
    }
  }

  /// The limit on periods of cycles.
  private static let longestCycle = 64
  /// How near levels must come again for a cycle.
  private static let recurrence = 1e-9

  private func cycle(in levels: [[Double]]) -> Int? {
    let last = levels[levels.count - 1]
    return (1...Self.longestCycle).first { period in
      guard levels.count > period else { return false }
      return zip(levels[levels.count - 1 - period], last).allSatisfy {
        abs($0 - $1) <= Self.recurrence
      }
    }
  }
}
