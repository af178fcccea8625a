import TestSupport
import Testing

@testable import Coopetition

/// Levers with a price, money that is paid to firms, and clusters side by side.
@Suite struct PoliciesTests {
  private func scenario(_ section: String = "") throws -> Scenario {
    try Scenario(ScenarioFile(text: Self.text + section, named: "x.yaml"))
  }

  private static let text = """
    name: Two
    model: {reciprocity: 2, curvature: 0.5}
    firms:
    - {name: A, opportunity: 2, cost: {linear: 0.2, quadratic: 0.4}}
    - {name: B, opportunity: 3, cost: {linear: 0.1, quadratic: 0.4}}
    complementarity: {uniform: 0.5}

    """

  @Test func moneyBuysIntensity() throws {
    let found = try scenario(
      "policies: {levers: {demand: {cost: {linear: 1, quadratic: 2}},"
        + " royalty: {cost: {linear: 4}}}}\n"
    ).policies(money: 0.75)
    let steps = Dictionary(
      uniqueKeysWithValues: found.levers.map { ($0.name, $0.step) })
    // x + x² = 0.75 and 4 x = 0.75.
    #expect(abs(try #require(steps["demand"] ?? nil) - 0.5) < 1e-12)
    #expect(abs(try #require(steps["royalty"] ?? nil) - 0.1875) < 1e-12)
    #expect(found.leftOut.count == 5)
  }

  @Test func withoutCostsEveryLeverHasTheSameStep() throws {
    let found = try scenario("policies: {step: 0.2}\n").policies(money: 0.75)
    #expect(found.leftOut.isEmpty)
    #expect(found.levers.prefix(7).allSatisfy { $0.step == 0.2 })
    #expect(found.levers.suffix(2).map(\.name) == ["subsidy", "alliance"])
  }

  /// Among rates that cost no more than the money in any equilibrium none has a
  /// better worst one; the alliance of both is one player.
  @Test(arguments: [0.0, 0.1, 0.6])
  func theSameMoneyIsPaidDirectlyOrThroughAnAlliance(money: Double) throws {
    let found = try scenario().policies(money: money)
    let subsidy = try #require(found.levers.first { $0.name == "subsidy" })
    let cluster = try Cluster(yaml: Self.text)
    for k in 0...60 {
      var paid = cluster
      let rate = Double(k) / 100
      paid.policy.subsidy = .uniform(rate)
      let game = try paid.game()
      let equilibria = game.equilibria().equilibria
      let isAffordable = equilibria.allSatisfy {
        rate * $0.levels.reduce(0, +) <= money
      }
      guard isAffordable else { continue }
      let worst = equilibria.map { game.welfare(at: $0.levels) }.min()
      let known = subsidy.state.worst
      #expect(
        try #require(worst) <= known + 1.1e-3 * max(1, abs(known)))
    }
    let alliance = try #require(found.levers.last)
    let optimum = try cluster.game().socialOptimum().welfare
    #expect(alliance.step == nil)
    #expect(abs(alliance.state.best - optimum) < 1e-6)
    #expect(
      abs(
        alliance.state.payoffs.reduce(0, +) - alliance.state.worst - money)
        < 1e-9)
  }

  @Test func clustersStandSideBySide() throws {
    let one = try scenario().policies(step: 0.1)
    var other = one
    other.scenario = "Other"
    other.levers.removeFirst()
    let matrix = try #require(PolicyMatrix([one, other]))
    #expect(matrix.levers == one.levers.map(\.name))
    #expect(matrix.worth(of: "rules") == [one.levers[0].worth, nil])
    let best = one.levers.filter { $0.worth > 0 }
      .max { $0.worth < $1.worth }
    #expect(one.bestLever?.name == best?.name)
    other.levers[0].worth = 1e3
    #expect(other.bestLever?.name == other.levers[0].name)
    let text = matrix.report.text()
    #expect(text.contains("lever") && text.contains("Other"))
    #expect(text.contains("best lever"))
    #expect(PolicyMatrix([one]) == nil)
    let twice = try #require(PolicyMatrix([one, one])).report
    #expect(
      twice.csv.hasPrefix("lever,\(one.scenario),\(one.scenario) 2\n"))
  }

  @Test func levelsForEachPartnerAreRefused() throws {
    let text = Self.text.replacing(
      "model: {", with: "model: {sharing: firms, ")
    let design =
      "design: {instruments: [{set: policy.subsidy, range: [0, 1]}]}\n"
    let scenario = try Scenario(ScenarioFile(text: text + design))
    let studies: [() throws -> Void] = [
      { _ = try scenario.policies() }, { _ = try scenario.lead() },
      { _ = try scenario.design() }, { _ = try scenario.operators() },
    ]
    for study in studies {
      let error = #expect(throws: ScenarioError.self) { try study() }
      #expect(
        error?.description.hasPrefix(
          "model.sharing: policies and first movers") == true)
    }
  }
}
