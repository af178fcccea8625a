import Games
import TestSupport
import Testing

@testable import Coopetition

/// The propositions about alliances, over random clusters.
@Suite struct AlliancePropositionTests {
  private func answer(
    _ cluster: Cluster, _ terms: AllianceTerms,
    others: [AllianceSettings.Others] = []
  ) throws -> AllianceAnalysis {
    var settings = AllianceSettings(playerCount: cluster.firms.count)
    settings.terms = terms
    var study = AllianceStudy(settings)
    study.moreOthers = others
    return try study.analyze(cluster.game())
  }

  // One alliance of all that decides jointly without subsidies plays the
  // social optimum; overheads and distress change no level.
  @Test(arguments: 40..<42 as Range<UInt64>)
  func allTogetherReachTheOptimum(seed: UInt64) throws {
    var cluster = try RandomCluster(firms: 2...4, hasPolicy: false)
      .cluster(seed: seed)
    for i in cluster.firms.indices { cluster.firms[i].distress = 0.3 }
    cluster.success = 0.8
    var terms = AllianceTerms()
    terms.memberOverhead = 0.1
    let game = try SharingGame(cluster)
    let model = AllianceModel(game, terms: terms)
    let solver = AllianceSolver(
      model: model, selection: .best, boxLimit: 20_000, provesAll: true)
    let outcome = solver.outcome(
      of: [Array(cluster.firms.indices)], from: [])
    let optimum = game.socialOptimum()
    let selected = try #require(outcome.selected)
    let overheads = 0.1 * Double(cluster.firms.count)
    #expect(
      abs(selected.welfare + overheads - optimum.welfare)
        <= 1e-8 * (1 + abs(optimum.welfare)))
  }

  // What is looked for without proof is what is proven.
  @Test(arguments: 100..<112 as Range<UInt64>)
  func whatIsLookedForIsWhatIsProven(seed: UInt64) throws {
    let game = try RandomAlliance.cluster(seed: seed, firms: 3...4).game()
    var settings = AllianceSettings(playerCount: game.playerCount)
    settings.terms = RandomAlliance.terms(seed: seed)
    settings.terms.decidesJointly = true
    func ledger(_ provesAll: Bool) throws -> AllianceLedger {
      var study = AllianceStudy(settings)
      study.provesAll = provesAll
      return try #require(try study.analyze(game).ledger)
    }
    let (proven, likely) = (try ledger(true), try ledger(false))
    for (one, other) in zip(proven.outcomes, likely.outcomes)
    where one.isProven {
      let (payoffs, found) = (one.selected?.payoffs, other.selected?.payoffs)
      for (a, b) in zip(try #require(payoffs), try #require(found)) {
        #expect(abs(a - b) <= 1e-8 * (1 + abs(a)))
      }
    }
  }

  // What a coalition secures if nobody else shares is no more than what it
  // gets, where others' sharing does not hurt it.
  @Test(arguments: 60..<61 as Range<UInt64>)
  func withholdingIsTheWorstThatOthersDo(seed: UInt64) throws {
    var cluster = try RandomCluster(
      firms: 3...3, stealing: 0, hasPolicy: false
    ).cluster(seed: seed)
    cluster.model.stealing = 0
    let answer = try answer(
      cluster, AllianceKind.none.terms, others: [.together, .withholding])
    func worths(_ others: AllianceSettings.Others) throws -> [Double] {
      try #require(answer.worths.first { $0.others == others }).worths
        .map { $0?.value ?? .nan }
    }
    let (alone, together) = (try worths(.alone), try worths(.together))
    for (bits, least) in try worths(.withholding).enumerated() {
      let slack = 1e-8 * (1 + abs(least))
      #expect(least <= alone[bits] + slack && least <= together[bits] + slack)
    }
  }

  // Under `outside` an alliance is internally stable exactly if its surplus is
  // not negative, and under any rule only then.
  @Test(arguments: 70..<71 as Range<UInt64>)
  func surplusDecidesPotentialStability(seed: UInt64) throws {
    let cluster = try RandomAlliance.cluster(seed: seed, firms: 3...4)
    var terms = RandomAlliance.terms(seed: seed)
    terms.decidesJointly = seed.isMultiple(of: 2)
    let ledger = try #require(try answer(cluster, terms).ledger)
    for bits in ledger.outcomes.indices where bits.nonzeroBitCount > 1 {
      let coalition = Coalition(bits: bits)
      let surplus = try #require(ledger.surplus(of: coalition)).value
      let outside = ledger.stability(of: coalition, by: .outside)
      if abs(surplus) > 1e-7 {
        #expect(outside.isInternal == (surplus > 0))
      }
      for rule in ledger.rules
      where ledger.stability(of: coalition, by: rule).isInternal == true {
        #expect(surplus >= -1e-7)
      }
      for rule in ledger.rules {
        let shares = try #require(ledger.shares(of: coalition, by: rule))
        let worth = try #require(ledger.worth(of: coalition))
        #expect(
          abs(shares.sum.value - worth.value) <= 1e-9 * (1 + abs(worth.value)))
      }
    }
  }

  // Firms in another order have the same worths in that order.
  @Test(arguments: 80..<84 as Range<UInt64>)
  func orderDoesNotMatter(seed: UInt64) throws {
    let cluster = try RandomAlliance.cluster(seed: seed, firms: 3...3)
    let terms = AllianceKind.research.terms
    let order = [2, 0, 1]
    var moved = cluster
    moved.firms = order.map { cluster.firms[$0] }
    func move(_ links: Links) -> Links {
      Links(rows: order.map { i in order.map { links.weight(i, $0) } })
    }
    moved.complementarity = move(cluster.complementarity)
    moved.rivalry = move(cluster.rivalry)
    moved.policy.subsidy = .perFirm(
      order.map { cluster.policy.subsidy.rate(of: $0) })
    let first = try #require(try answer(cluster, terms).worths.first).worths
    let second = try #require(try answer(moved, terms).worths.first).worths
    for bits in 0..<8 {
      let original = Coalition(Coalition(bits: bits).members.map { order[$0] })
      let (a, b) = (second[bits]?.value, first[original.bits]?.value)
      #expect(abs((a ?? .nan) - (b ?? .nan)) <= 1e-7)
    }
  }

  // The bound on what blocks gain is above every deviation that is tried.
  @Test(arguments: 0..<500 as Range<UInt64>)
  func regretsOfBlocksBoundDeviations(seed: UInt64) throws {
    let cluster = try RandomAlliance.cluster(seed: seed, firms: 3...6)
    let count = cluster.firms.count
    let blocks = RandomAlliance.blocks(seed: seed, count: count)
    var terms = RandomAlliance.terms(seed: seed)
    terms.decidesJointly = true
    let game = AllianceModel(try SharingGame(cluster), terms: terms)
      .game(of: blocks).between.searched
    var random = TestSupport.SplitMix64(seed: seed)
    let space = game.strategies
    func profile() -> [Double] {
      zip(space.lowerBounds, space.upperBounds).map {
        $0 + ($1 - $0) * random.number(in: 0...1)
      }
    }
    let levels = profile()
    let regrets = game.regrets(at: levels, search: DeviationSearch())
    let before = game.payoffs(at: levels)
    for trial in 0..<60 {
      let other = trial == 0 ? space.upperBounds : profile()
      for group in 0..<game.playerCount {
        var deviation = levels
        for v in space.variables(of: group) { deviation[v] = other[v] }
        let gain = game.payoff(of: group, at: deviation) - before[group]
        #expect(gain <= regrets[group].upper + 1e-10)
      }
    }
  }
}
