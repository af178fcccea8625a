import Coopetition
import Games
import TestSupport
import Testing

/// Clusters that can be solved by hand, and degenerate ones.
@Suite struct SmallClusterTests {
  @Test(arguments: [0.3, 1.0, 2.0, 5.0])
  func oneFirmAlone(premium: Double) throws {
    let (c, e) = (0.6, 0.8)
    let cluster = try Cluster(
      firms: [
        Firm("A", linearCost: c, quadraticCost: e, baseProfit: 3)
      ], premium: Premium(value: premium))
    let analysis = try cluster.analyze()
    // B/(1 + s) = c + e s, so e s² + (c + e) s + c − B = 0.
    let discriminant = (c + e) * (c + e) - 4 * e * (c - premium)
    let root = (discriminant.squareRoot() - c - e) / (2 * e)
    let level = min(max(root, 0), 1)
    #expect(analysis.isComplete)
    let one = try #require(analysis.equilibria.first)
    #expect(analysis.equilibria.count == 1)
    #expect(relativeDistance(one.levels, [level]) < 1e-14)
    #expect(relativeDistance(analysis.optimum.levels, [level]) < 1e-6)
    #expect(
      relativeDistance(analysis.optimum.welfare, one.welfare) < 1e-14)
    #expect(abs(one.efficiency - 1) < 1e-12)
    #expect(analysis.subsidy.map { $0.outlay < 1e-6 } == true)
  }

  @Test func twoEqualFirms() throws {
    let (v, g, kappa, loss) = (4.0, 0.8, 2.0, 0.9)
    let cluster = try Cluster(
      firms: ["A", "B"].map { Firm($0, opportunity: v, linearCost: loss) },
      model: InnovationModel(reciprocity: kappa), complementarity: .uniform(g))
    let found = try SharingGame(cluster).equilibria()
    #expect(found.isComplete)
    // v κ g s = l (1 + g s (1 + κ s)) has a root in (0, 1), the threshold.
    let half = (v * kappa * g - loss * g) / (2 * loss * g * kappa)
    let threshold = half - (half * half - 1 / (g * kappa)).squareRoot()
    #expect(0 < threshold && threshold < 1)
    let symmetric = [[0, 0], [threshold, threshold], [1, 1]]
    #expect(found.equilibria.count == symmetric.count)
    for (one, levels) in zip(found.equilibria, symmetric) {
      #expect(relativeDistance(one.levels, levels) < 1e-14)
    }
    #expect(
      found.equilibria.map(\.stability) == [.stable, .unstable, .stable])
  }

  @Test func levelsThatMakeNoDifference() throws {
    var analyzer = Analyzer()
    analyzer.search.boxLimit = 100
    let analysis = try SharingGame(Cluster(firms: [Firm("A")]))
      .analyze(using: analyzer)
    #expect(analysis.isComplete && analysis.equilibria.count == 1)
    #expect(analysis.components.map(\.indifferent) == [[0]])
    #expect(analysis.components.map(\.box) == [[Interval(0...1)]])
    #expect(analysis.components.allSatisfy { $0.isProven })
    for outcome in analysis.equilibria {
      #expect(!outcome.isStable)
      #expect(outcome.equilibrium.regret.upper == 0)
    }
    #expect(analysis.efficiency == [1])
  }

  @Test func gainsOfRoundingAreNone() throws {
    // Welfare is 0.039 s less the subsidy 0.039 s, in sums that round.
    let firms = [-2.868, -2.412, 0, -2.086].enumerated().map {
      Firm("F\($0)", quadraticCost: 0.1 * Double(3 - $0), baseProfit: $1)
    }
    let analysis = try Cluster(
      firms: firms, policy: Policy(subsidy: .uniform(0.039))
    ).analyze()
    for outcome in analysis.equilibria { #expect(outcome.efficiency < 1.5) }
    let game = try SharingGame(Cluster(firms: [Firm("A", baseProfit: -0.416)]))
    #expect(game.efficiency(of: -0.416, optimum: (-0.416).nextUp) == 1)
    #expect(abs(game.efficiency(of: -0.406, optimum: -0.396) - 0.5) < 1e-12)
  }

  @Test func capsOfZero() throws {
    var cluster = try RandomCluster().cluster(seed: 3)
    for i in cluster.firms.indices { cluster.firms[i].cap = 0 }
    let analysis = try cluster.analyze()
    let zeros = cluster.firms.map { _ in 0.0 }
    #expect(analysis.isComplete)
    #expect(analysis.equilibria.map(\.levels) == [zeros])
    #expect(analysis.equilibria.map(\.isStable) == [true])
    #expect(analysis.efficiency == [1])
    #expect(analysis.optimum.levels == zeros)
    #expect(analysis.optimum.isProven)
    #expect(analysis.bargain == nil)
    #expect(analysis.subsidy?.rates == zeros)
  }

  @Test func oneCapOfZero() throws {
    var cluster = try RandomCluster(firms: 4...4).cluster(seed: 5)
    cluster.firms[2].cap = 0
    let analysis = try cluster.analyze()
    #expect(analysis.isComplete)
    #expect(!analysis.equilibria.isEmpty)
    for outcome in analysis.equilibria { #expect(outcome.levels[2] == 0) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func noLinks(seed: UInt64) throws {
    var kind = RandomCluster()
    kind.premium = 0
    var cluster = try kind.cluster(seed: seed)
    cluster.complementarity = .uniform(0)
    let analysis = try cluster.analyze()
    let rates = cluster.policy.subsidy.rates(count: cluster.firms.count)
    let levels = zip(cluster.firms, rates).map { firm, rate in
      min(max((rate - firm.linearCost) / firm.quadraticCost, 0), firm.cap)
    }
    #expect(analysis.isComplete)
    #expect(analysis.equilibria.count == 1)
    #expect(
      relativeDistance(analysis.equilibria.first?.levels ?? [], levels) < 1e-14)
    // Nobody gains from what is shared, so it is best that nobody shares.
    #expect(analysis.optimum.levels.allSatisfy { $0 == 0 })
  }

  @Test func nothingAtStake() throws {
    let cluster = try Cluster(firms: [Firm("A"), Firm("B")])
    let game = try SharingGame(cluster)
    #expect(game.regret(at: [0.3, 0.9]).upper == 0)
    let found = game.equilibria()
    // Every profile is an equilibrium: one set holds them all.
    #expect(found.isComplete)
    #expect(found.components.map(\.indifferent) == [[0, 1]])
  }
}
