import Coopetition
import Foundation
import TestSupport
import Testing

/// Traces and sensitivities of the game between alliances.
@Suite struct AlliedFamilyTests {
  private func scenario(
    _ text: String = "alliances: {kind: research, candidates: [A, B]}"
  ) throws -> Scenario {
    let folder = try ScenarioFolder([
      "cluster.yaml":
        """
      firms:
      - {name: A, knowledge: 1, opportunity: 2, market: 0.5,
         cost: {linear: 0.2, quadratic: 0.9}}
      - {name: B, knowledge: 2, opportunity: 1.5, market: 0.4,
         cost: {linear: 0.3, quadratic: 1.1}}
      - {name: C, knowledge: 1.5, opportunity: 1.8, market: 0.6,
         cost: {linear: 0.2, quadratic: 1.0}}
      complementarity: {uniform: 0.5}
      rivalry: {uniform: 0.3}
      \(text)
      """
    ])
    return try Scenario(path: folder.path("cluster.yaml"))
  }

  private func levels(_ trace: ScenarioTrace) -> [[[Double]]] {
    trace.trace.branches.map { $0.points.map(\.levels) }
  }

  // At each value the branches are what the alliance does there.
  @Test func branchesAreTheEquilibriaOfTheAlliance() throws {
    let scenario = try scenario()
    let tracer = BranchTracer(points: 5, checks: 3)
    let trace = try scenario.trace(
      varying: "environment", over: 0.8...1.2, using: tracer, isAllied: true)
    let judged = try #require(try scenario.alliances().judged)
    let found = trace.trace.branches.flatMap { branch in
      branch.points.filter { abs($0.parameter - 1) < 1e-12 }.map(\.levels)
    }
    #expect(found.count == judged.equilibria.count)
    for equilibrium in judged.equilibria {
      #expect(
        found.contains {
          zip($0, equilibrium.levels).allSatisfy { abs($0 - $1) < 1e-8 }
        })
    }
    let alone = try scenario.trace(
      varying: "environment", over: 0.8...1.2, using: tracer)
    #expect(levels(alone) != levels(trace))
  }

  // The derivative of welfare is that of the equilibrium between the alliance
  // and the rest, by differences of two solutions.
  @Test func derivativesAgreeWithDifferences() throws {
    let scenario = try scenario()
    let sensitivity = try scenario.sensitivity(isAllied: true)
    #expect(sensitivity.players == ["A+B", "C"])
    let top = try #require(sensitivity.equilibria.first)
    let effect = try #require(
      top.effects.first { $0.parameter == "environment" })
    let step = 1e-4
    let trace = try scenario.trace(
      varying: "environment", over: (1 - step)...(1 + step),
      using: BranchTracer(points: 3, checks: 2), isAllied: true)
    let place = try #require(
      trace.trace.branches.indices.max {
        (trace.welfare[$0].first ?? 0) < (trace.welfare[$1].first ?? 0)
      })
    let ends = trace.welfare[place]
    let (first, last) = (try #require(ends.first), try #require(ends.last))
    #expect(
      abs((last - first) / (2 * step) - effect.derivative.welfare) < 1e-5)
  }

  // `none`, deciding separately, changes nothing.
  @Test func alliancesThatChangeNothingAreTheStandardGame() throws {
    let scenario = try scenario(
      "alliances: {kind: none, terms: {decides: separately}}")
    let tracer = BranchTracer(points: 3, checks: 2)
    let plain = try scenario.trace(
      varying: "environment", over: 0.9...1.1, using: tracer)
    let allied = try scenario.trace(
      varying: "environment", over: 0.9...1.1, using: tracer, isAllied: true)
    #expect(levels(allied) == levels(plain))
    #expect(allied.payoffs == plain.payoffs)
  }
}
