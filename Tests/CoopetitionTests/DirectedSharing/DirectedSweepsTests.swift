import TestSupport
import Testing

@testable import Coopetition

/// Where sweeps rest nobody has anything to gain, whatever firms respond to.
@Suite struct DirectedSweepsTests {
  private enum Premium: CaseIterable { case none, linear, curved }

  private static let cases = (0..<8 as Range<UInt64>).flatMap { seed in
    Premium.allCases.map { (seed, $0) }
  }

  private func game(
    _ seed: UInt64, _ sharing: SharingClasses, _ premium: Premium
  ) throws -> DirectedSharingGame {
    var cluster = try RandomCluster(firms: 3...7).cluster(seed: seed)
    for firm in cluster.firms.indices {
      cluster.firms[firm].tier = Tier.allCases[firm % 3]
    }
    cluster.model.sharing = sharing
    cluster.model.curvature = [0, 1, 0.6, 2][Int(seed) % 4]
    cluster.premium.value = premium == .none ? 0 : 2
    cluster.premium.curvature = premium == .curved ? 0.7 : 0
    return try DirectedSharingGame(cluster)
  }

  @Test(arguments: cases)
  private func restsWhereNobodyGains(
    seed: UInt64, premium: Premium
  ) throws {
    for sharing in [SharingClasses.tiers, .firms] {
      let game = try game(seed, sharing, premium)
      let space = game.strategies
      for start in [space.lowerBounds, space.upperBounds] {
        let rest = DirectedSweeps(game: game).rest(from: start)
        #expect(space.contains(rest))
        #expect(game.regretBound(at: rest).upper < 1e-11)
      }
    }
  }

  /// A profile that rests is left at once, as it is.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func leavesWhatRests(seed: UInt64) throws {
    let game = try game(seed, .firms, .none)
    let sweeps = DirectedSweeps(game: game)
    let rest = sweeps.rest(from: game.strategies.upperBounds)
    var profile = DirectedSweepProfile(rest, in: game)
    #expect(sweeps.sweep(&profile) <= DirectedSweeps.restTolerance)
    #expect(relativeDistance(profile.levels, rest) < 1e-12)
  }

  /// Firms without partners have a level too.
  @Test func firmsWithoutPartnersRest() throws {
    var cluster = try RandomCluster(firms: 3...3).cluster(seed: 1)
    cluster.complementarity = .uniform(0)
    cluster.model.sharing = .firms
    let game = try DirectedSharingGame(cluster)
    let rest = DirectedSweeps(game: game).rest(
      from: game.strategies.upperBounds)
    #expect(rest.count == 3)
    #expect(game.regretBound(at: rest).upper < 1e-11)
  }
}
