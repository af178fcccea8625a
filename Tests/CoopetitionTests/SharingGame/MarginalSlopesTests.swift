import Coopetition
import Games
import Scalars
import TestSupport
import Testing

/// The enclosures of the marginal payoff's slopes over boxes.
struct MarginalSlopesTests {
  /// The slopes at any profile of a box lie in those over the box.
  @Test(arguments: 400..<460 as Range<UInt64>)
  func theyEncloseTheSlopesAtProfiles(seed: UInt64) throws {
    let cluster = try RandomCluster().cluster(seed: seed)
    let game = try SharingGame(cluster)
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let box = cluster.firms.map { firm in
        let ends = random.numbers(2, in: 0...firm.cap).sorted()
        return Interval(
          lower: random.happens(0.3) ? 0 : ends[0], upper: ends[1])
      }
      let whole = slopes(game, box)
      for share in [0, 0.25, 0.5, 1] {
        let levels = box.map { $0.lower + share * ($0.upper - $0.lower) }
        let here = slopes(game, levels.map { Interval($0) })
        for i in box.indices {
          #expect(meet(whole[i].own, here[i].own))
          for k in 0..<2 {
            #expect(meet(whole[i].aggregates[k], here[i].aggregates[k]))
          }
        }
      }
    }
  }

  /// With returns that diminish no faster than a logarithm, inflow raises the
  /// marginal payoff over all strategies, and this is seen at once.
  @Test(arguments: 460..<480 as Range<UInt64>)
  func complementsAreSeenOverAllStrategies(seed: UInt64) throws {
    let game = try SharingGame(
      RandomCluster.supermodular.cluster(seed: seed))
    for slopes in slopes(game, game.strategies.box) {
      #expect(slopes.aggregates[0].lower >= 0)
      #expect(slopes.own.upper <= 0)
    }
  }

  /// What tells whether a payoff is concave holds at profiles and tells it
  /// wherever all slopes do.
  @Test(arguments: 480..<520 as Range<UInt64>)
  func theCurvatureEnclosesThatAtProfiles(seed: UInt64) throws {
    let cluster = try RandomCluster().cluster(seed: seed)
    let game = try SharingGame(cluster)
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let box = cluster.firms.map { firm in
        let ends = random.numbers(2, in: 0...firm.cap).sorted()
        return Interval(lower: ends[0], upper: ends[1])
      }
      let whole = curvatures(game, box)
      let derived = slopes(game, box)
      for share in [0, 0.5, 1] {
        let levels = box.map { $0.lower + share * ($0.upper - $0.lower) }
        let here = slopes(game, levels.map { Interval($0) })
        for i in box.indices {
          #expect(meet(whole[i], total(here[i], of: i, in: game)))
          #expect(
            whole[i].isNonpositive
              || !total(derived[i], of: i, in: game).isNonpositive)
        }
      }
    }
  }

  private func curvatures(_ game: SharingGame, _ box: Box) -> [Interval] {
    let state = AggregateState(
      game.aggregates, count: game.aggregates.count, at: box)
    return box.indices.map {
      game.ownCurvature(
        of: $0, own: box[$0], aggregates: state.values(of: $0, at: box))
    }
  }

  /// The slope in the own level, through the aggregates too.
  private func total(
    _ slopes: Slopes<Interval>, of player: Int, in game: SharingGame
  ) -> Interval {
    (0..<2).reduce(slopes.own) {
      $0 + game.aggregates[$1].ownWeightEnclosure(of: player)
        * slopes.aggregates[$1]
    }
  }

  private func slopes(_ game: SharingGame, _ box: Box) -> [Slopes<Interval>] {
    let state = AggregateState(
      game.aggregates, count: game.aggregates.count, at: box)
    return box.indices.map {
      game.marginalSlopes(
        of: $0, own: box[$0], aggregates: state.values(of: $0, at: box))
    }
  }

  /// Whether an enclosure of a number lies in one over a box, up to what both
  /// are rounded by.
  private func meet(_ whole: Interval, _ here: Interval) -> Bool {
    whole.intersection(here) != nil
  }
}
