import Equilibria
import Testing

@testable import Coopetition

@Suite struct NoiseTraceTests {
  /// With little noise there are as many logit equilibria as without; with
  /// much there is one, near the middle of the caps.
  @Test func noiseLeavesOneEquilibrium() throws {
    let scenario = try Scenario(
      path: Golden.scenario("dynamics/evolve-noise-a").path)
    let tracer = BranchTracer(points: 5, checks: 3)
    let found = try scenario.trace(
      varying: "model.noise", over: 0.05...1, using: tracer)
    #expect(found.trace.isConsistent)
    func alive(_ noise: Double) -> [[Double]] {
      found.trace.branches.compactMap { branch in
        branch.points.first { abs($0.parameter - noise) < 1e-9 }?.levels
      }
    }
    #expect(alive(0.05).count == 3)
    let last = alive(1)
    #expect(last.count == 1)
    #expect(last[0].allSatisfy { $0 > 0.3 && $0 < 0.7 })
    #expect(
      found.trace.events.contains { $0.kind == .fold && $0.isProven })
  }

  @Test func noNoiseIsRefused() throws {
    let scenario = try Scenario(
      path: Golden.scenario("dynamics/evolve-noise-a").path)
    #expect(throws: ScenarioError.self) {
      try scenario.trace(varying: "model.noise", over: 0...1)
    }
  }
}
