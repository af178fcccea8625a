import Games
import LinearAlgebra
import TestSupport
import Testing

@testable import Coopetition

/// The games of alliances against a second statement of their formulas.
@Suite struct AllianceModelTests {
  private func model(
    _ cluster: Cluster, _ terms: AllianceTerms
  ) throws -> AllianceModel {
    AllianceModel(try SharingGame(cluster), terms: terms)
  }

  private func groups(_ blocks: [[Int]], count: Int) -> [[Int]] {
    let allied = Set(blocks.joined())
    return blocks + (0..<count).filter { !allied.contains($0) }.map { [$0] }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func payoffsAndSlopesAreThoseOfTheFormulas(seed: UInt64) throws {
    let cluster = try RandomAlliance.cluster(seed: seed, firms: 3...8)
    let count = cluster.firms.count
    let blocks = RandomAlliance.blocks(seed: seed, count: count)
    var terms = RandomAlliance.terms(seed: seed)
    terms.decidesJointly = true
    let game = try model(cluster, terms).game(of: blocks)
    let plain = SpecificationAlliance(cluster, blocks, terms)
    #expect(game.members.strategies == plain.strategies)
    var random = TestSupport.SplitMix64(seed: seed)
    let levels = zip(
      plain.strategies.lowerBounds, plain.strategies.upperBounds
    ).map { random.number(in: $0...$1) }
    #expect(
      relativeDistance(game.payoffs(at: levels), plain.payoffs(at: levels))
        < 1e-12)
    let between = GroupedGame(plain, groups(blocks, count: count))
    let slopes = game.between.searched.pseudoGradient(at: levels)
    #expect(
      relativeDistance(slopes, between.pseudoGradient(at: levels)) < 1e-12)
    #expect(
      relativeDistance(
        game.between.searched.jacobian(at: levels).elements,
        between.jacobian(at: levels).elements) < 1e-11)
  }

  @Test func termsThatChangeNothingLeaveTheGame() throws {
    let cluster = try RandomAlliance.cluster(seed: 5, firms: 4...4)
    var terms = AllianceKind.none.terms
    terms.decidesJointly = false
    let blocks = [[0, 2], [1, 3]]
    let allied = cluster.allied(blocks, under: terms)
    #expect(allied == cluster)
    let game = try model(cluster, terms).game(of: blocks)
    let levels = cluster.firms.map { $0.cap / 3 }
    #expect(
      game.payoffs(at: levels)
        == (try SharingGame(cluster)).payoffs(at: levels))
  }

  // Each receiver's innovation is credited in full to those it learns from,
  // less what outsiders gave.
  @Test func creditsAddUpToTheInnovationOfAll() throws {
    let cluster = try RandomAlliance.cluster(seed: 9, firms: 5...5)
    let blocks = [Array(0..<5)]
    let game = try model(cluster, AllianceKind.research.terms).game(of: blocks)
    let levels = cluster.firms.map { $0.cap * 0.6 }
    let credits = game.members.contributions(of: blocks[0], at: levels)
    let innovation =
      game.members.breakdown(at: levels)
      .first { $0.channel == "innovation" }?.amounts ?? []
    #expect(
      relativeDistance(credits.reduce(0, +), innovation.reduce(0, +)) < 1e-12)
  }

  // Money in a unit that is 1e160 times smaller changes no part of a share.
  @Test(arguments: AllianceSettings.Division.allCases)
  func sharesScaleWithMoney(rule: AllianceSettings.Division) {
    func shares(in unit: Double) -> [Double] {
      func amounts(_ values: [Double]) -> [EnclosedNumber] {
        values.map { EnclosedNumber(unit * $0) }
      }
      return AllianceDivision(
        own: amounts([3, 2]), before: amounts([1, 1.5]),
        outside: amounts([1.25, 1]), knowledge: [1, 3],
        credits: amounts([0.5, 1.5])
      ).shares(by: rule).map(\.value)
    }
    for (share, large) in zip(shares(in: 1), shares(in: 1e160)) {
      #expect(abs(large / 1e160 - share) < 1e-12)
    }
  }

  private func divisions(
    _ policy: String, candidates: String
  ) throws -> [String: [Double]] {
    let scenario = try Scenario(
      ScenarioFile(
        text: """
          firms:
          - {name: A, knowledge: 2, opportunity: 4,
             cost: {linear: 0.1, quadratic: 1}}
          - {name: B, knowledge: 1, opportunity: 2,
             cost: {linear: 0.1, quadratic: 1}}
          - {name: C, knowledge: 0.5, opportunity: 3,
             cost: {linear: 0.1, quadratic: 1}}
          complementarity: {uniform: 0.6}
          rivalry: {uniform: 0.1}
          policy: {\(policy)}
          alliances: {candidates: [\(candidates)]}

          """, named: "x.yaml"))
    let value = try #require(try scenario.alliances().value)
    return Dictionary(
      uniqueKeysWithValues: value.divisions.map { ($0.name, $0.shares) })
  }

  // Everybody gets what it gets, in whatever order candidates are named; with
  // royalties, too, gains go by what was used of each.
  @Test(arguments: ["royalty: 0", "royalty: 0.1"])
  func sharesFollowTheirCandidates(policy: String) throws {
    let plain = try divisions(policy, candidates: "A, B, C")
    let moved = try divisions(policy, candidates: "C, A, B")
    for (rule, shares) in plain {
      let other = try #require(moved[rule])
      for (place, candidate) in [1, 2, 0].enumerated() {
        #expect(abs(shares[place] - other[candidate]) < 1e-9, "\(rule)")
      }
    }
    let (equal, credited) = (plain["equal"] ?? [], plain["contribution"] ?? [])
    #expect(zip(equal, credited).contains { abs($0 - $1) > 1e-3 })
  }

  // Under each kind the structure plays the game of that kind's terms, duties
  // of the file being none of them.
  @Test func kindsAreJudgedByTheirOwnGames() throws {
    let scenario = try Scenario(
      ScenarioFile(
        text: """
          firms:
          - {name: A, cost: {linear: 0.1, quadratic: 1}}
          - {name: B, cost: {linear: 0.1, quadratic: 1}}
          complementarity: {uniform: 0.6}
          alliances: {terms: {duty: 0.3}}

          """, named: "x.yaml"))
    var study = AllianceStudy(try scenario.allianceSettings())
    study.comparesKinds = true
    let answer = try study.analyze(scenario.game())
    #expect(answer.kinds.count == AllianceKind.allCases.count)
    for (_, model, outcome) in answer.kinds {
      let game = model.game(of: outcome.blocks)
      for equilibrium in outcome.equilibria {
        #expect(game.regret(of: equilibrium).upper < 1e-9)
      }
    }
    #expect(
      answer.report.text(width: 80)
        .contains("under each kind, without alliances.terms"))
  }

  // Pooling helps at fixed levels exactly those who innovate, guarantees
  // those who can fail.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func risksAreBorneBetterTogether(seed: UInt64) throws {
    var cluster = try RandomAlliance.cluster(seed: seed, firms: 4...4)
    cluster.success = 0.7
    for i in 0..<4 { cluster.firms[i].riskTolerance = 0.5 + Double(i) }
    let levels = cluster.firms.map { $0.cap * 0.5 }
    let sharing = try SharingGame(cluster)
    func payoffs(pooling: Bool, guarantee: Bool) throws -> [Double] {
      var terms = AllianceTerms()
      terms.isPooling = pooling
      terms.isGuaranteed = guarantee
      return try model(cluster, terms).game(of: [[0, 1, 2, 3]])
        .payoffs(at: levels)
    }
    let alone = try payoffs(pooling: false, guarantee: false)
    let pooled = try payoffs(pooling: true, guarantee: false)
    let guarded = try payoffs(pooling: false, guarantee: true)
    for i in 0..<4 {
      let innovates =
        cluster.firms[i].opportunity > 0
        && sharing.aggregates[0].value(of: i, at: levels) > 0
      #expect((pooled[i] > alone[i]) == innovates)
      #expect(pooled[i] >= alone[i])
      #expect((guarded[i] > alone[i]) == (cluster.firms[i].distress > 0))
    }
  }
}
