import TestSupport
import Testing

@testable import Coopetition

/// Who should run the platform.
@Suite struct PlatformOperatorsTests {
  private func scenario() throws -> Scenario {
    try Scenario(
      path: Golden.scenario("policy/design-operator-service-24401").path)
  }

  private var terms: PlatformOperators.Terms {
    PlatformOperators.Terms(core: ["F1"])
  }

  @Test func nobodyLeavesAllAsItIs() throws {
    let found = try scenario().operators(terms)
    #expect(found.candidates.map(\.name) == ["none", "service", "F1"])
    var cluster = try Cluster(
      scenario: Golden.scenario("policy/design-operator-service-24401"))
    cluster.platform = Platform()
    let game = try cluster.game()
    let equilibria = game.equilibria()
    let worst = equilibria.equilibria.map { game.welfare(at: $0.levels) }.min()
    let design = found.candidates[0].design
    #expect(design.instruments.isEmpty)
    #expect(design.solution.isProven)
    #expect(abs(try #require(design.value) - (worst ?? .nan)) < 1e-9)
    #expect(design.outcomes.count == equilibria.equilibria.count)
    #expect(found.report.text().contains("if a service institution runs"))
    #expect(found.report.pictures.count == 1)
  }

  /// No price and margin of a grid serve an operator better than what it sets.
  @Test func everyOperatorDoesItsBest() throws {
    let found = try scenario().operators(terms)
    for candidate in found.candidates.dropFirst() {
      let value = try #require(candidate.design.value)
      #expect(candidate.design.solution.bound >= value)
      for k in 0...5 {
        for m in 0...5 {
          let earned = try worst(
            of: candidate.name, price: Double(k) / 5,
            margin: 0.6 * Double(m) / 5)
          #expect(earned ?? -.infinity <= value + 1e-3 * max(1, abs(value)))
        }
      }
    }
  }

  /// What an operator has in its worst equilibrium; nil if a service would lose
  /// money in one, or without proof that none is missing.
  private func worst(
    of name: String, price: Double, margin: Double
  ) throws -> Double? {
    var cluster = try Cluster(
      scenario: Golden.scenario("policy/design-operator-service-24401"))
    cluster.platform.operator = name == "service" ? .service : .firm(name)
    cluster.platform.margin = margin
    cluster.policy.price = .uniform(price)
    let game = try cluster.game()
    let found = game.equilibria()
    guard found.isComplete else { return nil }
    let firm = cluster.firms.firstIndex { $0.name == name }
    var least = Double.infinity
    for levels in found.equilibria.map(\.levels) {
      guard let firm else {
        let profit = game.commitment(at: levels)?.profit ?? -.infinity
        if profit < 0 { return nil }
        least = min(least, game.welfare(at: levels))
        continue
      }
      least = min(least, game.payoffs(at: levels)[firm])
    }
    return least
  }

  @Test func mistakesAreNamed() throws {
    func message(_ terms: PlatformOperators.Terms) throws -> String? {
      let scenario = try scenario()
      return #expect(throws: ScenarioError.self) {
        try scenario.operators(terms)
      }?.description
    }
    #expect(
      try message(PlatformOperators.Terms(core: ["F12"]))
        == "--core: no firm F12; did you mean F1?")
    #expect(
      try message(PlatformOperators.Terms(margin: 0...2))
        == "--margin.range: 2 is not in [0, 1], the values of platform.margin")
  }
}
