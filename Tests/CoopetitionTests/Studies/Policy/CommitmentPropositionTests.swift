import Equilibria
import TestSupport
import Testing

@testable import Coopetition

/// What is true of every commitment, over random clusters.
@Suite struct CommitmentPropositionTests {
  private static let seeds = 1100..<1106 as Range<UInt64>
  private static let gap = 1e-3

  private let random = RandomCluster(
    firms: 2...3, premium: 1, rivalry: 0.3, stealing: 0.2, hasPolicy: false)
  /// Firms whose levels move no other's marginal payoff.
  private let separate = RandomCluster(
    firms: 2...3, premium: 0, rivalry: 0.3, stealing: 0.2, hasPolicy: false)

  private func section(
    _ range: ClosedRange<Double> = 0...1,
    _ change: (inout DesignSection) -> Void = { _ in }
  ) -> DesignSection {
    var section = DesignSection([
      Instrument("policy.subsidy", over: range, place: "design")
    ])
    change(&section)
    return section
  }

  private func value(
    _ cluster: Cluster, _ section: DesignSection,
    select: Commitment.Selection = .worst
  ) throws -> Double? {
    var options = CommitmentOptions(selection: select)
    options.search.gap = Self.gap
    return try cluster.design(section, options, false).value
  }

  /// One price for all is the same whether it is written once or for each
  /// provider, and keys at 0 are no keys.
  @Test(arguments: seeds)
  func keysAtTheirDefaultsChangeNothing(seed: UInt64) throws {
    var cluster = try RandomCluster().cluster(seed: seed)
    var other = cluster
    let price = cluster.policy.price.rate(of: 0)
    other.policy.price = .perFirm(cluster.firms.map { _ in price })
    cluster.policy.price = .uniform(price)
    other.policy.royalty = 0
    other.policy.contribution = 0
    let levels = cluster.firms.map { 0.6 * $0.cap }
    #expect(
      relativeDistance(
        try cluster.game().payoffs(at: levels),
        try other.game().payoffs(at: levels)) < 1e-12)
  }

  @Test(arguments: seeds)
  func selectionsAreOrdered(seed: UInt64) throws {
    let cluster = try random.cluster(seed: seed)
    for rate in [0, 0.2, 0.5] {
      func judged(_ selection: Commitment.Selection) throws -> Double {
        let design = try ClusterDesign(
          cluster, section(), ClusterDesign.Terms(), selection: selection)
        return try #require(
          design.commitment.judged(at: [rate], by: BranchAndPrune()).value)
      }
      let (worst, best) = (try judged(.worst), try judged(.best))
      for selection in [Commitment.Selection.lowest, .highest] {
        let value = try judged(selection)
        #expect(worst <= value && value <= best)
      }
    }
  }

  @Test(arguments: seeds)
  func moreRoomNeverHurtsAndDearerMoneyNeverHelps(seed: UInt64) throws {
    let cluster = try random.cluster(seed: seed)
    func rises(
      _ less: Double?, _ more: Double?,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      guard let less else { return }
      let slack = Self.gap * max(1, abs(less))
      #expect(
        (more ?? -.infinity) >= less - slack, sourceLocation: sourceLocation)
    }
    let narrow = try value(cluster, section(0...0.4))
    let wide = try value(cluster, section())
    rises(narrow, wide)
    rises(try value(cluster, section { $0.publicFunds = 0.5 }), wide)
    let poor = try value(cluster, section { $0.budget = 0.1 })
    rises(poor, try value(cluster, section { $0.budget = 0.5 }))
    rises(poor, wide)
  }

  @Test(arguments: seeds)
  func aHigherTargetIsNotCheaperNorIsCertainty(seed: UInt64) throws {
    let cluster = try random.cluster(seed: seed)
    func spending(
      _ target: Double, _ selection: Commitment.Selection
    ) throws -> Double? {
      let section = self.section(0...3) {
        $0.objective = .spending
        $0.target = .efficiency(target)
      }
      return try value(cluster, section, select: selection)
    }
    let (low, high) = (try spending(0.4, .worst), try spending(0.7, .worst))
    if let high { #expect(try #require(low) <= high + Self.gap) }
    guard let high else { return }
    let weak = try #require(try spending(0.7, .best))
    #expect(weak <= high + Self.gap * max(1, high))
  }

  /// Without reciprocity and premium every firm has one best level, so that
  /// certainty costs nothing.
  @Test(arguments: seeds)
  func certaintyIsFreeWhereNobodyDependsOnOthers(seed: UInt64) throws {
    var cluster = try separate.cluster(seed: seed)
    cluster.model.reciprocity = 0
    let section = self.section(0...3) {
      $0.objective = .spending
      $0.target = .efficiency(0.5)
    }
    let weak = try value(cluster, section, select: .best)
    let robust = try value(cluster, section, select: .worst)
    #expect((weak == nil) == (robust == nil))
    #expect(abs((weak ?? 0) - (robust ?? 0)) <= 2 * Self.gap)
    let game = try SharingGame(cluster)
    let bonuses = BonusContract(game, target: game.strategies.upperBounds)
    #expect(abs(bonuses.robust.total - bonuses.weak.total) < 1e-9)
  }

  /// Where levels are complements, bonuses fall as more firms are there; among
  /// substitutes the first may need less than the last.
  @Test(arguments: seeds)
  func certainBonusesAreNoCheaper(seed: UInt64) throws {
    let game = try SharingGame(
      RandomCluster.supermodular.cluster(seed: seed))
    let bonuses = BonusContract(game, target: game.strategies.upperBounds)
    #expect(bonuses.weak.total <= bonuses.robust.total + 1e-12)
  }

  /// Rates for each firm that include the implementing subsidy reach the
  /// optimum in the best equilibrium (Pigou, 1920).
  @Test(arguments: seeds)
  func ratesForEachFirmReachTheOptimum(seed: UInt64) throws {
    var random = self.random
    random.firms = 2...2
    let cluster = try random.cluster(seed: seed)
    let game = try SharingGame(cluster)
    let optimum = game.socialOptimum()
    let rates = ImplementingSubsidy(game, implementing: optimum.levels).rates
    let (low, high) = (rates.min() ?? 0, rates.max() ?? 0)
    var section = self.section(min(0, low - 0.1)...max(0, high + 0.1))
    section.instruments[0].grouping = .firm
    let design = try cluster.design(
      section, CommitmentOptions(selection: .best), false)
    let scale = max(1, abs(optimum.welfare))
    #expect(
      try #require(design.value) >= optimum.welfare - Self.gap * scale)
    #expect(design.solution.bound <= optimum.upperBound + 1e-9 * scale)
    #expect(design.solution.isProven)
  }

  @Test(arguments: seeds)
  func aLeaderWhoIsFollowedWellLosesNothing(seed: UInt64) throws {
    let scenario = Scenario.cluster(try random.cluster(seed: seed))
    for leader in try scenario.lead().leaders {
      let nash = try #require(leader.nash)
      let slack = Self.gap * max(1, abs(nash.best))
      #expect(try #require(leader.best.payoff) >= nash.best - slack)
    }
  }

  /// With strategic complements the lowest and the highest equilibrium rise in
  /// whatever rewards sharing.
  @Test(arguments: seeds)
  func rewardsRaiseBothEnds(seed: UInt64) throws {
    var complements = RandomCluster.supermodular
    complements.firms = 2...4
    let cluster = try complements.cluster(seed: seed)
    func ends(_ cluster: Cluster) throws -> [[Double]]? {
      let found = try cluster.game().equilibria()
      guard found.isComplete else { return nil }
      return cluster.firms.indices.map { firm in
        let levels = found.equilibria.map { $0.levels[firm] }
        return [levels.min() ?? .nan, levels.max() ?? .nan]
      }
    }
    let before = try #require(try ends(cluster))
    let rewards: [(inout Cluster) -> Void] = [
      { $0.policy.subsidy = .uniform(0.1) }, { $0.environment *= 1.2 },
      { $0.policy.price = .uniform(0.1) },
      { for i in $0.firms.indices { $0.firms[i].floor = $0.firms[i].cap / 5 } },
    ]
    for reward in rewards {
      var rewarded = cluster
      reward(&rewarded)
      guard let after = try ends(rewarded) else { continue }
      for (old, new) in zip(before, after) {
        #expect(new[0] >= old[0] - 1e-9 && new[1] >= old[1] - 1e-9)
      }
    }
  }

  /// Where nobody shares, nothing that multiplies what sharing brings moves
  /// anybody, and networks and knowledge make it worse.
  @Test(arguments: seeds)
  func noMultiplicativeLeverEndsTheTrapAtZero(seed: UInt64) throws {
    let cluster = try RandomCluster.supermodular.cluster(seed: seed)
    let zeros = cluster.firms.map { _ in 0.0 }
    let today = try cluster.game().pseudoGradient(at: zeros)
    for intensity in [0.3, 1] {
      func moved(_ lever: Lever) -> [Double] {
        cluster.moving(
          lever.numbers(of: cluster, parameter: 0), to: [intensity]
        ).uncheckedGame.pseudoGradient(at: zeros)
      }
      #expect(moved(.demand) == today)
      #expect(moved(.environment) == today)
      for lever in [Lever.network, .knowledge] {
        #expect(zip(moved(lever), today).allSatisfy { $0 <= $1 + 1e-12 })
      }
      #expect(zip(moved(.royalty), today).allSatisfy { $0 >= $1 - 1e-12 })
    }
  }
}
