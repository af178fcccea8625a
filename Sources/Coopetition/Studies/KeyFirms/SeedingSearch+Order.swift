import Games

extension SeedingSearch {
  /// The firms of a large cluster, those first that provide most to all or to
  /// the firms that share in the highest equilibrium, times their own level.
  private var orders: [[Int]] {
    let transposed = SharingData(game.cluster).flows.transposed()
    let levels = highest
    let outflow = levels.indices.map { firm in
      var (toAll, toSharing) = (0.0, 0.0)
      transposed.forEachElement(inRow: firm) { user, flow in
        toAll += flow
        if levels[user] > 0 { toSharing += flow }
      }
      return (toAll: toAll, toSharing: toSharing * levels[firm])
    }
    return [outflow.map(\.toAll), outflow.map(\.toSharing)].map { scores in
      scores.indices.sorted { (scores[$0], -$0) > (scores[$1], -$1) }
    }
  }

  /// Commits the first firms of an order, twice as many from time to time,
  /// until they tip, then halves the gap between the numbers that do and do
  /// not; the better order counts.
  mutating func growByOrder() -> (
    set: [Int], ladder: [SeedingAnalysis.Rung], tips: Bool
  ) {
    if tips([]) { return ([], [], true) }
    let climbs = orders.map { climb($0) }
    let best = climbs.min {
      ($0.tips ? 0 : 1, $0.set.count) < ($1.tips ? 0 : 1, $1.set.count)
    }
    return best ?? ([], [], false)
  }

  private mutating func climb(
    _ order: [Int]
  ) -> (
    set: [Int], ladder: [SeedingAnalysis.Rung], tips: Bool
  ) {
    var rungs: [SeedingAnalysis.Rung] = []
    var (failing, tipping) = (0, order.count + 1)
    var size = 1
    while tipping - failing > 1 && !isStopped {
      let trial = outcome(of: Array(order.prefix(size)))
      rungs.append(rung(trial))
      if tips(trial) { tipping = size } else { failing = size }
      size =
        tipping <= order.count
        ? (failing + tipping) / 2 : min(order.count, 2 * failing)
      if failing == order.count { break }
    }
    let found = tipping <= order.count
    return (
      Array(order.prefix(found ? tipping : order.count)),
      rungs.sorted { $0.firms.count < $1.firms.count }, found
    )
  }
}
