import Coopetition
import TestSupport
import Testing

/// The propositions of the standard sharing game over random clusters.
///
/// Levels of proven equilibria are exact to rounding; differences up to
/// ``slack`` count as none.
@Suite struct PropositionTests {
  private static let seeds: Range<UInt64> = 0..<40
  private let slack = 1e-10

  /// Checks that a change lowers nobody's largest equilibrium level.
  private func raisesLevels(
    seed: UInt64, _ change: (inout Cluster) -> Void
  ) throws {
    let before = try RandomCluster.supermodular.cluster(seed: seed)
    var after = before
    change(&after)
    let low = try #require(try before.largestLevels())
    let high = try #require(try after.largestLevels())
    for (one, other) in zip(low, high) { #expect(other >= one - slack) }
  }

  @Test(arguments: seeds)
  func aBetterEnvironmentLowersNobody(seed: UInt64) throws {
    try raisesLevels(seed: seed) { $0.environment *= 1.3 }
  }

  @Test(arguments: seeds)
  func lessLeakageLowersNobody(seed: UInt64) throws {
    try raisesLevels(seed: seed) { cluster in
      switch seed % 3 {
      case 0: cluster.rivalry = cluster.rivalry.scaled(by: 0.5)
      case 1:
        for i in cluster.firms.indices { cluster.firms[i].marketAtRisk *= 0.5 }
      default: cluster.firms[0].irreplaceability *= 0.5
      }
    }
  }

  @Test(arguments: seeds)
  func noEquilibriumBeatsTheOptimum(seed: UInt64) throws {
    var kind = RandomCluster()
    (kind.rivalry, kind.stealing, kind.hasPolicy) = (0, 0, false)
    let game = try SharingGame(kind.cluster(seed: seed))
    let optimum = game.socialOptimum()
    for one in game.equilibria().equilibria {
      #expect(game.welfare(at: one.levels) <= optimum.upperBound)
      #expect(
        game.welfare(at: one.levels)
          <= optimum.welfare + slack * (1 + abs(optimum.welfare)))
    }
  }

  @Test func withoutLeakageFirmsShareTooLittle() throws {
    var kind = RandomCluster(firms: 2...5, quadraticCost: 2...6)
    (kind.rivalry, kind.stealing, kind.hasPolicy) = (0, 0, false)
    var interior = 0
    for seed in 0..<80 as Range<UInt64> {
      let game = try SharingGame(kind.cluster(seed: seed))
      let caps = game.strategies.upperBounds
      for one in game.equilibria().equilibria
      where zip(one.levels, caps).allSatisfy({ 0 < $0 && $0 < $1 }) {
        interior += 1
        let more = one.levels.map { $0 + 1e-6 }
        #expect(game.welfare(at: more) > game.welfare(at: one.levels))
      }
    }
    #expect(interior >= 10)
  }

  @Test(arguments: seeds)
  func theExternalBenefitPaysForTheOptimum(seed: UInt64) throws {
    var cluster = try RandomCluster().cluster(seed: seed)
    cluster.policy.subsidy = .uniform(0)
    let game = try SharingGame(cluster)
    let optimum = game.socialOptimum(
      using: GlobalMaximization(boxLimit: 1000))
    let ones = [Double](repeating: 1, count: cluster.firms.count)
    var benefit = ones
    game.weightedGradient(ones, at: optimum.levels, into: &benefit)
    let own = game.pseudoGradient(at: optimum.levels)
    for rates in [
      zip(benefit, own).map { $0 - $1 },
      ImplementingSubsidy(game, implementing: optimum.levels).rates,
    ] {
      cluster.policy.subsidy = .perFirm(rates)
      let regret = try SharingGame(cluster).regret(at: optimum.levels)
      #expect(regret.upper <= 1e-9)
    }
  }

  @Test(arguments: seeds)
  func feesAreTransfers(seed: UInt64) throws {
    var cluster = try RandomCluster().cluster(seed: seed)
    cluster.policy.price = 0.5
    var random = SplitMix64(seed: seed)
    let levels = cluster.firms.map { random.number(in: 0...$0.cap) }
    let channels = try SharingGame(cluster).breakdown(at: levels)
    let fees = try #require(channels.first { $0.channel == "fees" })
    let turnover = fees.amounts.reduce(0) { $0 + abs($1) }
    #expect(abs(fees.amounts.reduce(0, +)) <= 1e-13 * turnover)
  }

  @Test(arguments: seeds)
  func aGeneralMemberFacesNoLeakage(seed: UInt64) throws {
    var cluster = try RandomCluster().cluster(seed: seed)
    cluster.firms[0].irreplaceability = 0
    cluster.firms[1].irreplaceability = 1
    let levels = cluster.firms.map(\.cap)
    let channels = try SharingGame(cluster).breakdown(at: levels)
    let leakage = try #require(channels.first { $0.channel == "leakage" })
    #expect(leakage.amounts[0] == 0)
    #expect(leakage.amounts.allSatisfy { $0 <= 0 })
  }

  @Test(arguments: seeds)
  func irreplaceableMembersShareLeast(seed: UInt64) throws {
    var cluster = try RandomCluster(firms: 3...6).cluster(seed: seed)
    let like = cluster.firms[0]
    cluster.complementarity = .uniform(0.5)
    cluster.rivalry = .uniform(0.3)
    cluster.policy = Policy()
    for i in cluster.firms.indices {
      let name = cluster.firms[i].name
      cluster.firms[i] = like
      cluster.firms[i].name = name
      cluster.firms[i].irreplaceability = [1, 0.5, 0][i % 3]
    }
    let found = try SharingGame(cluster).equilibria()
    #expect(!found.equilibria.isEmpty)
    for one in found.equilibria {
      for i in one.levels.indices where i % 3 < 2 && i + 1 < one.levels.count {
        #expect(one.levels[i] <= one.levels[i + 1] + slack)
      }
    }
  }
}
