import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// Directed sharing through the numbers of a cluster.
@Suite struct DirectedFamilyTests {
  private static func cluster(_ sharing: SharingClasses) throws -> Cluster {
    try Cluster(
      yaml: """
        firms:
        - {name: A, tier: core, knowledge: 2, opportunity: 1.4,
           absorption: 0.8, innovationCost: 0.5, market: 0.6,
           cost: {linear: 0.2, quadratic: 0.4}}
        - {name: B, tier: ordinary, opportunity: 0.9, absorption: 0.7,
           cap: 0.8, cost: {linear: 0.15, quadratic: 0.3}}
        - {name: C, tier: general, knowledge: 1.5, opportunity: 1.2,
           market: 0.3, cost: {linear: 0.3, quadratic: 0.5}}
        model: {curvature: 0.8, reciprocity: 1.3, stealing: 0.1,
          sharing: \(sharing.rawValue)}
        premium: {value: 0.3, curvature: 0.5, shares: knowledge}
        complementarity: {uniform: 0.7}
        rivalry: {uniform: 0.2}
        policy: {subsidy: 0.05, price: 0.02}
        """)
  }

  private static func moved(
    _ cluster: Cluster, _ address: String, to value: Double
  ) throws -> DirectedSharingGame {
    var moved = cluster
    try ClusterParameter(address, in: cluster).set(value, in: &moved)
    return try DirectedSharingGame(moved)
  }

  private static let numbers = [
    ("environment", 0.4...1.8), ("model.reciprocity", 0.5...2),
    ("model.curvature", 0.2...1.4), ("model.stealing", 0...0.5),
    ("premium.value", 0...2), ("premium.curvature", 0.1...1.2),
    ("policy.price", 0...0.2), ("policy.subsidy", 0...0.3),
    ("policy.subsidy[1]", 0...0.3), ("complementarity", 0.3...1.5),
    ("rivalry", 0...2), ("A.knowledge", 0.5...3), ("absorption", 0.2...1),
    ("B.opportunity", 0...2), ("A.market", 0...2), ("irreplaceability", 0...1),
    ("C.innovationCost", 0...1), ("cost.linear", 0...0.5),
    ("B.cost.quadratic", 0.1...1), ("base", 0...1), ("B.cap", 0.3...0.9),
  ]

  /// The graph tells what the game of the changed cluster tells.
  @Test(arguments: [SharingClasses.tiers, .firms])
  func theGraphIsTheGameOfTheChangedCluster(sharing: SharingClasses) throws {
    let cluster = try Self.cluster(sharing)
    var random = TestSupport.SplitMix64(seed: 11)
    for (address, range) in Self.numbers {
      let family = try cluster.family(
        varying: ClusterParameter(address, in: cluster), over: range)
      let value = random.number(in: range)
      let game = try Self.moved(cluster, address, to: value)
      let levels = game.strategies.upperBounds.map {
        $0 * random.number(in: 0.1...0.9)
      }
      let point = levels + [value]
      let payoffs = family.graph.payoffs(at: point)
      #expect(
        relativeDistance(Array(payoffs.dropLast()), game.payoffs(at: levels))
          < 1e-12, "\(address)")
      #expect(
        abs(payoffs.reduce(0, +) - game.welfare(at: levels)) < 1e-12,
        "\(address)")
      let marginals = family.graph.pseudoGradient(at: point)
      let written = game.pseudoGradient(at: levels)
      #expect(
        relativeDistance(Array(marginals.dropLast()), written) < 1e-12,
        "\(address)")
      // The marginals are the derivatives of the payoffs.
      let gradients = family.graph.payoffGradients(at: point)
      for v in levels.indices {
        let own = gradients[game.strategies.owner(of: v), v]
        #expect(abs(marginals[v] - own) < 1e-12, "\(address)")
      }
    }
  }

  @Test(arguments: [SharingClasses.tiers, .firms])
  func everyPointOfABranchIsAnEquilibrium(sharing: SharingClasses) throws {
    let cluster = try Self.cluster(sharing)
    for (address, range) in [
      ("environment", 0.4...1.8), ("B.cap", 0.3...0.9), ("rivalry", 0...2.0),
    ] {
      let trace = try Scenario.cluster(cluster).trace(
        varying: address, over: range,
        using: BranchTracer(points: 7, checks: 3))
      #expect(trace.trace.isConsistent, "\(address)")
      #expect(!trace.trace.branches.isEmpty)
      for (b, branch) in trace.trace.branches.enumerated() {
        for (k, point) in branch.points.enumerated() {
          let game = try Self.moved(cluster, address, to: point.parameter)
          #expect(game.regret(at: point.levels).upper < 1e-9, "\(address)")
          #expect(
            relativeDistance(
              trace.payoffs[b][k], game.payoffs(at: point.levels)) < 1e-12)
          #expect(
            abs(trace.welfare[b][k] - game.welfare(at: point.levels)) < 1e-12)
        }
      }
    }
  }

  /// A step along the derivative leaves a regret of the square of the step.
  @Test(arguments: [SharingClasses.tiers, .firms])
  func derivativesLeadAlongEquilibria(sharing: SharingClasses) throws {
    let cluster = try Self.cluster(sharing)
    let found = try Scenario.cluster(cluster).sensitivity()
    #expect(found.isComplete)
    #expect(!found.equilibria.isEmpty)
    let base = try DirectedSharingGame(cluster)
    for outcome in found.equilibria {
      let levels = outcome.equilibrium.levels
      #expect(outcome.effects.count > 30)
      for effect in outcome.effects {
        let isLargest =
          try ClusterParameter(effect.parameter, in: cluster)
          .range.contains(effect.value + 1e-4) == false
        let step = isLargest ? -1e-4 : 1e-4
        let there = try Self.moved(
          cluster, effect.parameter, to: effect.value + step)
        let next = zip(levels, effect.derivative.levels).map {
          $0 + step * $1
        }
        // Payoffs are flat at a best reply: the regret of an error δ is of the
        // order δ², and δ of the order of the squared step.
        let inside = zip(next, there.strategies.upperBounds).map {
          min($0, $1)
        }
        #expect(
          there.regret(at: inside).upper < 1e-12, "\(effect.parameter)")
        let slope =
          (there.welfare(at: next) - base.welfare(at: levels)) / step
        #expect(
          abs(slope - effect.derivative.welfare) < 1e-2 * max(1, abs(slope)),
          "\(effect.parameter)")
      }
    }
  }

  /// Levels change their meaning with who exchanges with whom: no curve leads
  /// through such a number, and nothing has a derivative in it.
  @Test func partnersStayTheSame() throws {
    var cluster = try Self.cluster(.firms)
    let absorption = "absorption"
    #expect(throws: ScenarioError.self) {
      try Scenario.cluster(cluster).trace(varying: absorption, over: 0...1)
    }
    cluster.firms[0].absorptiveCapacity = 0
    cluster.firms[1].absorptiveCapacity = 0
    let found = try Scenario.cluster(cluster).sensitivity()
    let outcome = try #require(found.equilibria.first)
    #expect(
      outcome.undefined.contains("firms[0].absorption")
        && outcome.undefined.contains("firms[1].absorption"))
    #expect(!outcome.undefined.contains("firms[2].absorption"))
  }
}
