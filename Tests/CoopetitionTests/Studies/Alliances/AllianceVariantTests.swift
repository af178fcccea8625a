import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// Alliances of firms that share all or nothing, choose imprecisely or both.
@Suite struct AllianceVariantTests {
  /// A random cluster with a variant of the game.
  private static func cluster(
    _ mode: SharingMode, noise: Double, seed: UInt64
  ) throws -> Cluster {
    var cluster = try RandomAlliance.cluster(seed: seed, firms: 3...3)
    (cluster.model.choice, cluster.model.noise) = (mode, noise)
    for i in cluster.firms.indices { cluster.firms[i].floor = 0 }
    return cluster
  }

  private static func terms(seed: UInt64) -> AllianceTerms {
    var terms = RandomAlliance.terms(seed: seed)
    terms.duty = .uniform(0)
    return terms
  }

  private static func outcome(
    _ cluster: Cluster, _ terms: AllianceTerms, provesAll: Bool = true
  ) throws -> AllianceOutcome {
    try AllianceSolver(
      model: AllianceModel(cluster.playedGame(), terms: terms),
      selection: .worst, boxLimit: 20_000, provesAll: provesAll
    ).outcome(of: [[0, 1]], from: [])
  }

  /// Nobody gains by any levels on a grid, alliances by any of all members at
  /// once: judged by payoffs that are written down from the specification, with
  /// the entropy of choice.
  @Test(
    arguments: [
      (SharingMode.level, 0.1), (.level, 0.6), (.all, 0), (.all, 0.25),
    ], 700..<706 as Range<UInt64>)
  func nobodyGains(
    variant: (mode: SharingMode, noise: Double), seed: UInt64
  ) throws {
    let cluster = try Self.cluster(
      variant.mode, noise: variant.noise, seed: seed)
    let terms = Self.terms(seed: seed)
    let outcome = try Self.outcome(cluster, terms)
    #expect(outcome.isProven)
    #expect(!outcome.equilibria.isEmpty)
    let oracle = VariantOracle(cluster, terms)
    let blocks = terms.decidesJointly ? [[0, 1], [2]] : [[0], [1], [2]]
    for found in outcome.equilibria {
      for (a, b) in zip(found.payoffs, oracle.payoffs(at: found.levels)) {
        #expect(abs(a - b) <= 1e-9 * (1 + abs(a)))
      }
      for block in blocks {
        #expect(oracle.gain(of: block, at: found.levels) <= 1e-9)
      }
    }
  }

  /// Where levels are at their caps to rounding, log-odds still tell them apart
  /// and nothing is left open.
  @Test func strongOddsAreProven() throws {
    let scenario = try Scenario(
      ScenarioFile(
        text: """
          firms:
          - {name: A, knowledge: 1.9, opportunity: 1.5, absorption: 0.5,
             cap: 0.8, cost: {linear: 0.5, quadratic: 0.7}}
          - {name: B, knowledge: 2.5, opportunity: 1.6, absorption: 0.8,
             cost: {linear: 0.3, quadratic: 0.6}}
          - {name: C, knowledge: 0.6, opportunity: 2.4, absorption: 0.4,
             cost: {linear: 0.6, quadratic: 0.3}}
          model: {curvature: 0.5, reciprocity: 0.9, choice: all, noise: 0.01}
          complementarity: {uniform: 0.65}
          alliances: {kind: none, terms: {cost: 0.5}}

          """, named: "x.yaml"))
    let judged = try #require(try scenario.alliances().judged)
    #expect(judged.isProven)
    #expect(judged.selected?.levels == [0.8, 1, 1])
  }

  /// Without proof the same is found.
  @Test(arguments: 700..<704 as Range<UInt64>)
  func whatIsLookedForIsWhatIsProven(seed: UInt64) throws {
    let cluster = try Self.cluster(.level, noise: 0.2, seed: seed)
    let terms = Self.terms(seed: seed)
    let proven = try #require(Self.outcome(cluster, terms).selected)
    let likely = try #require(
      Self.outcome(cluster, terms, provesAll: false).selected)
    for (a, b) in zip(proven.levels, likely.levels) {
      #expect(abs(a - b) <= 1e-8)
    }
  }

  /// Without returns that diminish and without reciprocity an alliance chooses
  /// by `s_i = cap_i/(1 + exp(−cap_i G_i/η))`, G_i being constant.
  @Test(arguments: SharingMode.allCases)
  func linearPayoffsMakeLogitShares(mode: SharingMode) throws {
    var cluster = try Cluster(
      firms: [2.0, 1, 1].enumerated().map { place, knowledge in
        var firm = Firm("F\(place)", knowledge: knowledge)
        firm.cap = 0.8
        firm.linearCost = 0.5
        firm.quadraticCost = 0
        firm.marketAtRisk = 0
        return firm
      })
    cluster.complementarity = .uniform(0.3)
    cluster.model = InnovationModel()
    cluster.model.curvature = 0
    cluster.model.reciprocity = 0
    (cluster.model.choice, cluster.model.noise) = (mode, 0.25)
    let outcome = try Self.outcome(cluster, AllianceKind.none.terms)
    let levels = try #require(outcome.selected).levels
    #expect(outcome.isProven)
    #expect(outcome.equilibria.count == 1)
    for (i, brings) in [0.3 * 2, 0.3 * 1, 0].enumerated() {
      let odds = 0.8 * (brings - 0.5) / 0.25
      #expect(abs(levels[i] - 0.8 / (1 + .exp(-odds))) < 1e-12)
    }
  }

  /// `none`, deciding separately, is the game that firms play alone.
  @Test(arguments: variantModels)
  func termsThatChangeNothingChangeNothing(model: String) throws {
    let scenario = try Self.scenario(model, "decides: separately")
    let allied = try #require(try scenario.alliances().judged)
    let alone = try scenario.game().equilibria(using: BranchAndPrune())
    #expect(allied.equilibria.count == alone.equilibria.count)
    for equilibrium in alone.equilibria {
      #expect(
        allied.equilibria.contains {
          Self.distance($0.levels, equilibrium.levels) < 1e-12
        })
    }
  }

  /// What all can secure together is what is best for all who share levels;
  /// noise takes nothing from it.
  @Test func securityKnowsNoNoise() throws {
    func worths(_ model: String) throws -> [Double?] {
      let scenario = try Self.scenario(model, "access: 1")
      var study = AllianceStudy(try scenario.allianceSettings())
      study.moreOthers = [.withholding]
      return try study.analyze(scenario.game()).worths
        .first { $0.others == .withholding }?.worths.map { $0?.value } ?? []
    }
    let noisy = try worths("noise: 0.2")
    #expect(noisy == (try worths("noise: 0")))
    #expect(noisy.count == 8)
  }

  /// Divisions add up to what the alliance of all earns.
  @Test(arguments: variantModels) func divisionsAddUp(model: String) throws {
    let scenario = try Self.scenario(model, "access: 1")
    let answer = try scenario.alliances()
    let worth = try #require(answer.worths.first?.worths.last??.value)
    let divisions = try #require(answer.value).divisions
    #expect(divisions.contains { $0.name == "contribution" })
    for division in divisions {
      #expect(abs(division.shares.reduce(0, +) - worth) < 1e-9)
    }
  }

  @Test(arguments: variantModels) func dutiesAreRefused(model: String) throws {
    let scenario = try Self.scenario(model, "duty: 0.2")
    #expect(throws: ScenarioError.self) { try scenario.alliances() }
    do {
      _ = try scenario.alliances()
    } catch {
      #expect("\(error)".contains("alliances.terms.duty: is a floor"))
    }
  }

  /// A branch of the noise meets the conditions of the alliance, by differences
  /// of payoffs from the specification.
  @Test(arguments: ["choice: all, noise: 0.2", "noise: 0.2", "choice: all"])
  func branchesAreEquilibriaOfTheAlliance(model: String) throws {
    let scenario = try Self.scenario(model, "access: 1")
    let settings = try scenario.allianceSettings()
    let key = model == "choice: all" ? "environment" : "model.noise"
    let trace = try scenario.trace(
      varying: key, over: 0.2...0.6,
      using: BranchTracer(points: 4, checks: 3), isAllied: true)
    #expect(!trace.trace.branches.isEmpty)
    guard case .cluster(let today) = scenario.subject else { return }
    for branch in trace.trace.branches {
      for point in branch.points {
        var cluster = today
        try ClusterParameter(key, in: cluster)
          .set(point.parameter, in: &cluster)
        let oracle = VariantOracle(cluster, settings.terms)
        #expect(oracle.gain(of: [0, 1], at: point.levels) <= 1e-8)
        #expect(oracle.gain(of: [2], at: point.levels) <= 1e-8)
      }
    }
  }

  /// Derivatives are what a small change makes of the equilibrium.
  @Test(arguments: variantModels)
  func derivativesAreDifferences(model: String) throws {
    let scenario = try Self.scenario(model, "access: 1")
    let found = try scenario.sensitivity(isAllied: true)
    #expect(found.players == ["A+B", "C"])
    let top = try #require(found.equilibria.first)
    let effect = try #require(
      top.effects.first { $0.parameter == "environment" })
    guard case .cluster(let cluster) = scenario.subject else { return }
    func levels(_ change: Double) throws -> [Double] {
      var moved = cluster
      moved.environment += change
      let outcome = try Self.outcome(
        moved, scenario.allianceSettings().terms)
      return try #require(
        outcome.equilibria.map(\.levels).min {
          Self.distance($0, top.equilibrium.levels)
            < Self.distance($1, top.equilibrium.levels)
        })
    }
    let step = 1e-5
    let (high, low) = (try levels(step), try levels(-step))
    for i in high.indices {
      let difference = (high[i] - low[i]) / (2 * step)
      #expect(
        abs(difference - effect.derivative.levels[i])
          <= 1e-4 * (1 + abs(difference)))
    }
  }

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  private static func scenario(
    _ model: String, _ terms: String
  ) throws -> Scenario {
    try variantScenario(
      model,
      "alliances: {kind: none, structure: [[A, B]], terms: {\(terms)}}")
  }
}

/// What players earn in a variant of the game between alliances, by
/// ``SpecificationAlliance``, and what they gain by other levels.
private struct VariantOracle {
  let cluster: Cluster
  let exact: SpecificationAlliance
  /// Parts of the cap that deviations are made of.
  private static let grid = (0...60).map { Double($0) / 60 }

  init(_ cluster: Cluster, _ terms: AllianceTerms) {
    self.cluster = cluster
    exact = SpecificationAlliance(cluster, [[0, 1]], terms)
  }

  func payoffs(at levels: [Double]) -> [Double] {
    levels.indices.map { payoff(of: $0, at: levels) }
  }

  private func payoff(of firm: Int, at levels: [Double]) -> Double {
    let cap = cluster.firms[firm].cap
    guard cluster.model.choice == .all, cap > 0 else {
      return exact.payoff(of: firm, at: levels)
    }
    var ends = levels
    ends[firm] = 0
    let low = exact.payoff(of: firm, at: ends)
    ends[firm] = cap
    let share = levels[firm] / cap
    return (1 - share) * low + share * exact.payoff(of: firm, at: ends)
  }

  private func entropy(of firm: Int, at levels: [Double]) -> Double {
    let cap = cluster.firms[firm].cap
    guard cap > 0 else { return 0 }
    let share = levels[firm] / cap
    return [share, 1 - share].reduce(0) {
      $1 > 0 ? $0 - $1 * .log($1) : $0
    }
  }

  private func aim(of block: [Int], at levels: [Double]) -> Double {
    block.reduce(0) {
      $0 + payoff(of: $1, at: levels)
        + cluster.model.noise * entropy(of: $1, at: levels)
    }
  }

  /// What a block of one or two firms gains at most by levels of the grid or
  /// by small changes.
  func gain(of block: [Int], at levels: [Double]) -> Double {
    let today = aim(of: block, at: levels)
    func gain(_ moved: [Double]) -> Double { aim(of: block, at: moved) - today }
    func candidates(_ firm: Int) -> [Double] {
      let cap = cluster.firms[firm].cap
      let near = [-1e-3, 0, 1e-3].map {
        min(max(levels[firm] + $0 * cap, 0), cap)
      }
      return Self.grid.map { $0 * cap } + near
    }
    var most = 0.0
    for first in candidates(block[0]) {
      var moved = levels
      moved[block[0]] = first
      guard block.count > 1 else {
        most = max(most, gain(moved))
        continue
      }
      for second in candidates(block[1]) {
        moved[block[1]] = second
        most = max(most, gain(moved))
      }
    }
    return most
  }
}
