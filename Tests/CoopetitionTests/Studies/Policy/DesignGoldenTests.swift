import Coopetition
import Foundation
import Testing

/// Designs against the answers of an independent program: a value may be
/// better than the reference's, never worse, and never beyond its bound.
@Suite struct DesignGoldenTests {
  private struct Answer: Decodable {
    struct Tolerance: Decodable { var value: Double }

    var value: Double
    var tolerance: Tolerance
  }

  @Test(arguments: [
    "price-worst-trap-24301", "royalty-24251", "subsidy-worst-trap-24001",
    "subsidy-best-24057", "robust-trap-24101", "linear-quadratic",
    "rd-subsidy-0.3-6", "operator-service-24401", "sharing-budget-24551",
    "targeting-tail",
  ])
  func noReferenceIsBetter(name: String) throws {
    let file = "policy/design-\(name)"
    let answer = try JSONDecoder().decode(
      Answer.self, from: Data(contentsOf: Golden.expected(file)))
    let design = try Scenario(path: Golden.scenario(file).path).design()
    #expect(
      try Schemas.problems(in: design.report.json, of: "design") == [])
    let value = try #require(design.value)
    let sign: Double = design.isMinimised ? -1 : 1
    let slack = answer.tolerance.value * max(1, abs(answer.value))
    #expect(sign * (value - answer.value) >= -slack)
    #expect(design.solution.bound >= sign * value)
    #expect(design.solution.best?.isComplete == true)
  }

  private struct BonusAnswer: Decodable {
    struct Scheme: Decodable {
      var bonuses: [Double]
      var total: Double
    }

    var weak: Scheme
    var robust: Scheme
  }

  @Test(arguments: ["21001", "21002", "21003", "bernstein-winter"])
  func bonusesAgree(name: String) throws {
    let file = "policy/bonus-\(name)"
    let answer = try JSONDecoder().decode(
      BonusAnswer.self, from: Data(contentsOf: Golden.expected(file)))
    let found = try Scenario(path: Golden.scenario(file).path).bonuses()
    #expect(
      try Schemas.problems(in: found.report.json, of: "design") == [])
    #expect(abs(found.contract.weak.total - answer.weak.total) < 1e-8)
    #expect(abs(found.contract.robust.total - answer.robust.total) < 1e-8)
    #expect(found.contract.isMinimal)
    #expect(found.contract.isProven)
  }

  private struct LeadAnswer: Decodable {
    struct Leader: Decodable {
      struct Move: Decodable { var payoff: Double }

      var leader: String
      var worst: Move
      var best: Move
    }

    var leaders: [Leader]
  }

  @Test(arguments: ["22001", "interior-26001"])
  func leadersAgree(name: String) throws {
    let file = "policy/lead-\(name)"
    let answer = try JSONDecoder().decode(
      LeadAnswer.self, from: Data(contentsOf: Golden.expected(file)))
    let found = try Scenario(path: Golden.scenario(file).path).lead()
    #expect(try Schemas.problems(in: found.report.json, of: "lead") == [])
    for expected in answer.leaders {
      let leader = try #require(
        found.leaders.first { $0.name == expected.leader })
      let (worst, best) = (leader.worst.payoff, leader.best.payoff)
      #expect(try #require(worst) >= expected.worst.payoff - 2e-6)
      #expect(try #require(best) >= expected.best.payoff - 2e-6)
      #expect(try #require(best) >= (leader.nash?.best ?? .infinity) - 1e-8)
    }
  }

  @Test(arguments: [("1-120", 1682.0), ("3-60", 45.5625)])
  func aLeaderOfFormulasIsStackelbergs(name: String, payoff: Double) throws {
    let path = Golden.scenario("policy/lead-stackelberg-\(name)").path
    let found = try Scenario(path: path).lead(["L"])
    for move in [found.leaders[0].worst, found.leaders[0].best] {
      #expect(abs(try #require(move.payoff) - payoff) < 1e-6)
    }
  }

  /// A leader without a move leaves the numbers of the others as they are.
  @Test func aLevelIsANumber() throws {
    let path = Golden.scenario("policy/lead-22001").path
    var found = try Scenario(path: path).lead()
    let level = try #require(found.leaders[0].worst.level.first)
    found.leaders[1].worst.level = []
    let rows = found.report.csv.split(separator: "\n")
    #expect(rows[1].hasPrefix("\(found.leaders[0].name),\(level),"))
    #expect(rows[2].hasPrefix("\(found.leaders[1].name),,"))
  }

  private struct PoliciesAnswer: Decodable {
    struct Response: Decodable {
      var lever: String
      var worst: Double
      var best: Double
      var escape: Double?
    }

    var levers: [Response]
  }

  @Test(arguments: ["23001", "premium-26070"])
  func leversAgree(name: String) throws {
    let file = "policy/policies-\(name)"
    let answer = try JSONDecoder().decode(
      PoliciesAnswer.self, from: Data(contentsOf: Golden.expected(file)))
    let found = try Scenario(path: Golden.scenario(file).path)
      .policies(step: 0.1)
    #expect(try Schemas.problems(in: found.report.json, of: "policies") == [])
    for expected in answer.levers {
      let response = try #require(
        found.levers.first { $0.name == expected.lever })
      #expect(abs(response.state.worst - expected.worst) < 1e-7)
      #expect(abs(response.state.best - expected.best) < 1e-7)
      #expect((response.escape == nil) == (expected.escape == nil))
      #expect(abs((response.escape ?? 0) - (expected.escape ?? 0)) < 1e-5)
    }
  }
}
