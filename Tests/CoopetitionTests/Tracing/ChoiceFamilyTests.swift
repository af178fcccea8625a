import Equilibria
import TestSupport
import Testing

@testable import Coopetition

/// Firms that share all or nothing or choose imprecisely, through the numbers
/// of their cluster.
@Suite struct ChoiceFamilyTests {
  private static func cluster(_ model: String) throws -> Cluster {
    try Cluster(
      yaml: """
        firms:
        - {name: A, knowledge: 2, opportunity: 1.4, absorption: 0.8,
           innovationCost: 0.5, cost: {linear: 0.3, quadratic: 0.2}}
        - {name: B, opportunity: 0.9, absorption: 0.7, cap: 0.8,
           cost: {linear: 0.25}}
        - {name: C, knowledge: 1.5, opportunity: 1.2, cost: {linear: 0.4}}
        model: {curvature: 0.8, reciprocity: 1.3, \(model)}
        premium: {value: 0.3}
        complementarity: {uniform: 0.7}
        rivalry: {uniform: 0.2}
        policy: {subsidy: 0.05}
        """)
  }

  private static func moved(
    _ cluster: Cluster, _ address: String, to value: Double
  ) throws -> Cluster {
    var moved = cluster
    try ClusterParameter(address, in: cluster).set(value, in: &moved)
    return moved
  }

  @Test(arguments: variantModels)
  func everyPointOfABranchIsAnEquilibrium(model: String) throws {
    let cluster = try Self.cluster(model)
    for (address, range) in [
      ("environment", 0.4...1.8), ("B.cap", 0.3...0.9), ("rivalry", 0...2),
      ("model.noise", 0.15...0.6),
    ] {
      if address == "model.noise", !model.contains("noise") { continue }
      let trace = try Scenario.cluster(cluster).trace(
        varying: address, over: range,
        using: BranchTracer(points: 9, checks: 3))
      #expect(trace.trace.isConsistent, "\(address)")
      #expect(!trace.trace.branches.isEmpty)
      for (b, branch) in trace.trace.branches.enumerated() {
        for (k, point) in branch.points.enumerated() {
          let there = try Self.moved(cluster, address, to: point.parameter)
          #expect(there.miss(at: point.levels) < 1e-7, "\(address)")
          let game = try there.playedGame()
          let payoffs = game.payoffs(at: point.levels)
          #expect(isClose(trace.payoffs[b][k], payoffs, 1e-9))
          #expect(
            abs(trace.welfare[b][k] - game.welfare(at: point.levels)) < 1e-9)
        }
      }
    }
  }

  /// A step along the derivative misses the equilibrium of the changed cluster
  /// by the square of the step.
  @Test(arguments: variantModels)
  func derivativesLeadAlongEquilibria(model: String) throws {
    let cluster = try Self.cluster(model)
    let found = try Scenario.cluster(cluster).sensitivity()
    #expect(found.isComplete)
    #expect(found.equilibria.allSatisfy { $0.equilibrium.isProven })
    for outcome in found.equilibria {
      let levels = outcome.equilibrium.levels
      #expect(outcome.undefined.isEmpty)
      #expect(
        outcome.effects.contains { $0.parameter == "model.noise" }
          == model.contains("noise"))
      for effect in outcome.effects {
        // Downwards where the number cannot be larger.
        let isLargest =
          try ClusterParameter(effect.parameter, in: cluster)
          .range.contains(effect.value + 1e-5) == false
        let step = isLargest ? -1e-5 : 1e-5
        let there = try Self.moved(
          cluster, effect.parameter, to: effect.value + step)
        let next = zip(levels, effect.derivative.levels).map {
          $0 + step * $1
        }
        let stayed = there.miss(at: levels)
        #expect(
          there.miss(at: next) < 1e-8 + 1e-2 * stayed,
          "\(effect.parameter)")
        let before = try cluster.playedGame()
        let after = try there.playedGame()
        let slope =
          (after.welfare(at: next) - before.welfare(at: levels)) / step
        #expect(
          abs(slope - effect.derivative.welfare) < 1e-3 * max(1, abs(slope)),
          "\(effect.parameter)")
      }
    }
  }

  private func isClose(
    _ a: [Double], _ b: [Double], _ tolerance: Double
  ) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
  }

  /// Where nothing depends on the others, a firm's log-odds are its gain over
  /// the noise: `ds/dη = −s (1 − s) gain/η²`.
  @Test func aloneTheDerivativeInTheNoiseHasAClosedForm() throws {
    let cluster = try Cluster(
      yaml: """
        firms: [{name: A, cost: {linear: 0.4}}, {name: B, cost: {linear: 2}}]
        model: {choice: all, noise: 0.5}
        """)
    let found = try Scenario.cluster(cluster).sensitivity()
    let effect = try #require(
      found.equilibria.first?.effects.first { $0.parameter == "model.noise" })
    for (i, cost) in [0.4, 2.0].enumerated() {
      let share = 1 / (1 + Double.exp(cost / 0.5))
      let expected = share * (1 - share) * cost / 0.25
      #expect(abs(effect.derivative.levels[i] - expected) < 1e-12)
    }
  }

  /// Little noise: odds of e^−2000 are told without overflow.
  @Test func littleNoiseOverflowsNowhere() throws {
    let cluster = try Cluster(
      yaml: """
        firms: [{name: A, cost: {linear: 2}}, {name: B, cost: {linear: 1}}]
        model: {noise: 0.001}
        complementarity: {uniform: 0.2}
        """)
    let found = try Scenario.cluster(cluster).sensitivity()
    let outcome = try #require(found.equilibria.first)
    for effect in outcome.effects {
      #expect(effect.derivative.levels.allSatisfy { $0.isFinite })
      #expect(effect.derivative.welfare.isFinite)
    }
  }

  @Test(arguments: ["model.noise", "cap"])
  func rangesThatStartAtZeroAreRefused(address: String) throws {
    let scenario = Scenario.cluster(try Self.cluster("choice: all"))
    #expect {
      try scenario.trace(varying: address, over: 0...1)
    } throws: {
      "\($0)".contains("is not greater than 0")
    }
  }

  @Test func royaltiesOnTheWayAreRefused() throws {
    let scenario = Scenario.cluster(try Self.cluster("noise: 0.3"))
    #expect {
      try scenario.trace(varying: "policy.royalty", over: 0...0.5)
    } throws: {
      "\($0)".contains("takes no royalties")
    }
  }
}
