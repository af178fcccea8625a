import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// What holds of growing knowledge in every cluster, over seeded random ones.
@Suite struct GrowthPropositionTests {
  /// Levels are complements and nothing leaks.
  private static var kind: RandomCluster {
    var kind = RandomCluster.supermodular
    kind.firms = 2...3
    kind.rivalry = 0
    return kind
  }

  private func run(
    _ cluster: Cluster, learning: Double, loss: Double, periods: Int = 6,
    _ selection: GrowthRun.Selection = .highest
  ) throws -> GrowthRun {
    var section = GrowthSection(firms: cluster.firms.count)
    section.research = cluster.firms.map { 0.15 * $0.knowledge }
    section.learning = cluster.firms.map { _ in learning }
    section.depreciation = cluster.firms.map { _ in loss }
    return try EquilibriumPlay(
      growth: KnowledgeGrowth(cluster, section), selection: selection,
      search: BranchAndPrune()
    ).run(
      from: cluster.firms.map(\.cap), periods: periods, discount: 0.95)
  }

  @Test func withoutLearningNothingMoves() throws {
    for seed in UInt64(0)..<8 {
      let cluster = try Self.kind.cluster(seed: seed)
      let play = EquilibriumPlay(
        growth: KnowledgeGrowth(
          cluster, GrowthSection(firms: cluster.firms.count)),
        selection: .highest, search: BranchAndPrune())
      let run = try play.run(
        from: cluster.firms.map(\.cap), periods: 4, discount: 0.95)
      for stocks in run.knowledge {
        #expect(stocks == cluster.firms.map(\.knowledge))
      }
      for levels in run.levels { #expect(levels == run.levels[0]) }
    }
  }

  /// Two firms of small caps forget until sharing no longer pays: the one
  /// period in which an equilibrium is lost is the switch.
  @Test func aSwitchIsTheLossOfAnEquilibrium() throws {
    let firm = "knowledge: 12, cap: 0.2, cost: {linear: 0.4, quadratic: 2}"
    let cluster = try Cluster(
      yaml: """
        firms:
          - {name: Alpha, absorption: 0.6, opportunity: 3, \(firm)}
          - {name: Beta, absorption: 0.7, opportunity: 3.5, \(firm)}
        complementarity: {uniform: 0.6}
        rivalry: {uniform: 0.1}
        """)
    var section = GrowthSection(firms: 2)
    section.research = [0.1, 0.1]
    section.depreciation = [0.1, 0.1]
    let growth = KnowledgeGrowth(cluster, section)
    let run = try EquilibriumPlay(
      growth: growth, selection: .stay, search: BranchAndPrune()
    ).run(from: [0.2, 0.2], periods: 10, discount: 0.95)
    let counts = try run.levels.indices.map { period in
      let stocks = run.knowledge[period]
      let found = try SharingGame(growth.cluster(with: stocks))
        .equilibria(using: BranchAndPrune())
      #expect(found.isComplete)
      return found.equilibria.count
    }
    let losses = counts.indices.dropFirst().filter {
      counts[$0] < counts[$0 - 1]
    }
    #expect(run.switches.map(\.period) == losses)
    #expect(losses.count == 1)
  }

  /// Who learns more or forgets less knows and shares no less, ever.
  @Test func learningMoreOrForgettingLessLowersNothing() throws {
    for seed in UInt64(0)..<8 {
      let cluster = try Self.kind.cluster(seed: seed)
      let less = try run(cluster, learning: 0.05, loss: 0.15)
      for more in [
        try run(cluster, learning: 0.1, loss: 0.15),
        try run(cluster, learning: 0.05, loss: 0.1),
      ] {
        for (low, high) in zip(
          less.knowledge + less.levels, more.knowledge + more.levels)
        {
          for (a, b) in zip(low, high) { #expect(a <= b + 1e-7) }
        }
      }
    }
  }

  /// Stocks that start between `r/δ` and `K̄` stay there.
  @Test func stocksStayWithinTheirBounds() throws {
    for seed in UInt64(0)..<8 {
      let cluster = try Self.kind.cluster(seed: seed)
      var section = GrowthSection(firms: cluster.firms.count)
      section.learning = cluster.firms.map { _ in 0.02 }
      let growth = KnowledgeGrowth(cluster, section)
      guard let most = growth.largest else { continue }
      var random = TestSupport.SplitMix64(seed: seed)
      var stocks = growth.start
      for _ in 0..<60 {
        stocks = growth.next(
          stocks,
          sharing: cluster.firms.map { random.number(in: 0...1) * $0.cap })
        for i in stocks.indices {
          #expect(stocks[i] >= growth.start[i] * (1 - 1e-12))
          #expect(stocks[i] <= most[i] * (1 + 1e-12))
        }
      }
    }
  }

  /// No path of firms that look ahead is worth more than the planner's.
  @Test func plannersPathIsWorthMost() throws {
    for seed in UInt64(0)..<6 {
      let cluster = try Self.kind.cluster(seed: seed)
      var section = GrowthSection(firms: cluster.firms.count)
      section.learning = cluster.firms.map { _ in 0.05 }
      let play = PathPlay(
        KnowledgeGrowth(cluster, section), section, horizon: 4)
      func total(_ run: GrowthRun) -> Double {
        (run.values ?? []).reduce(0, +)
      }
      let planned = total(try play.planner())
      for other in try play.foresight() {
        #expect(total(other) <= planned + 1e-9 * abs(planned))
      }
    }
  }
}
