import TestSupport
import Testing

@testable import Coopetition

/// Commitments whose best setting has a formula.
@Suite struct CommitmentClosedFormTests {
  /// Equal firms, linear-quadratic: `s = (a − k − μ k) / (e − 2 a κ +
  /// 2 μ (e − a κ))`, `σ = k + (e − a κ) s`.
  @Test(arguments: [0, 0.1, 0.3, 0.6])
  func equalFirmsAreSubsidisedByTheFormula(funds: Double) throws {
    let cluster = try Cluster(
      scenario: Golden.scenario("policy/design-linear-quadratic"))
    var section = DesignSection([
      Instrument("policy.subsidy", over: 0...2, place: "design")
    ])
    section.publicFunds = funds
    let design = try cluster.design(section, CommitmentOptions(), false)
    let (a, k, e, kappa) = (0.6, 0.22, 2.0, 0.8)
    let level =
      (a - k - funds * k) / (e - 2 * a * kappa + 2 * funds * (e - a * kappa))
    let rate = k + (e - a * kappa) * level
    #expect(
      abs(try #require(design.instruments[0].value) - rate) < 1e-3 * rate)
    let payoff =
      a * level * (1 + kappa * level) - 0.22 * level - e / 2 * level * level
    let value = 3 * (payoff - funds * rate * level)
    #expect(abs(try #require(design.value) - value) < 1e-6)
  }

  /// The second-best subsidy of research where firms compete in quantities:
  /// `x = 4 (1+β)(a−A) / (9γ − 4 (1+β)²)`,
  /// `σ = γ x − 2 (2−β)(a−A+(1+β) x) / 9`.
  ///
  /// Reference: d'Aspremont and Jacquemin, AER 78, 1988.
  @Test(arguments: [(0.1, 8.0), (0.3, 6.0), (0.5, 5.0), (0.9, 9.0)])
  func researchIsSubsidisedByTheFormula(spill: Double, cost: Double) throws {
    func profit(_ own: String, _ other: String) -> String {
      "(60 + (2-b)*\(own) + (2*b-1)*\(other))^2/9 - g*\(own)^2/2"
    }
    let welfare =
      "((120 + (1+b)*(x1+x2))/3)^2/2 + \(profit("x1", "x2")) + "
      + profit("x2", "x1")
    let text = """
      game: d'Aspremont and Jacquemin
      parameters: {b: \(spill), g: \(cost), s: 0}
      players:
      - {name: A, variables: {x1: [0, 40]}, payoff: "\(profit("x1", "x2")) + s*x1"}
      - {name: B, variables: {x2: [0, 40]}, payoff: "\(profit("x2", "x1")) + s*x2"}
      design:
        instruments: [{set: s, range: [0, 60]}]
        objective: "\(welfare)"
      """
    let design = try Scenario(ScenarioFile(text: text)).design()
    let x =
      4 * (1 + spill) * 60 / (9 * cost - 4 * (1 + spill) * (1 + spill))
    let rate = cost * x - 2 * (2 - spill) * (60 + (1 + spill) * x) / 9
    #expect(abs(try #require(design.instruments[0].value) - rate) < 1e-3)
    let output = 120 + 2 * (1 + spill) * x
    let margin = 60 + (1 + spill) * x
    let value =
      output * output / 18 + 2 * margin * margin / 9 - cost * x * x
    #expect(abs(try #require(design.value) - value) < 1e-6 * value)
    #expect(design.solution.bound >= value - 1e-9 * value)
  }

  /// Two neighbours whose actions are `a = b + g a'`: a budget for
  /// `Σ (b_i − 1)²` goes along `(1, 1)`, the greater eigenvector.
  ///
  /// Reference: Galeotti, Golub and Goyal, Econometrica 88, 2020.
  @Test(arguments: [0.1, 0.5, 1])
  func targetingFollowsTheGreaterEigenvector(budget: Double) throws {
    let text = """
      game: Targeting
      parameters: {b1: 1, b2: 1}
      players:
      - {name: A, variables: {a1: [0, 10]}, payoff: "a1*(b1 + 0.3*a2) - a1^2/2"}
      - {name: B, variables: {a2: [0, 10]}, payoff: "a2*(b2 + 0.3*a1) - a2^2/2"}
      design:
        instruments: [{set: b1, range: [0, 3]}, {set: b2, range: [0, 3]}]
        objective: (a1^2 + a2^2)/2
        spending: (b1-1)^2 + (b2-1)^2
        budget: \(budget)
      """
    let design = try Scenario(ScenarioFile(text: text)).design()
    let action = (1 + (budget / 2).squareRoot()) / 0.7
    let value = try #require(design.value)
    #expect(abs(value - action * action) < 1e-6 * value)
    #expect(value <= action * action * (1 + 1e-9))
    #expect(design.solution.bound >= action * action * (1 - 1e-9))
  }

  /// A leader with four followers, demand `(5000 / Q)^(1/γ)` and convex costs.
  ///
  /// Reference: Outrata and Zowe, Mathematical Programming 68, 1995; data of
  /// Murphy, Sherali and Soyster, Mathematical Programming 24, 1982.
  @Test(
    arguments: [
      (1.0, 55.551, 343.3453), (1.1, 42.538, 203.1551), (1.3, 24.145, 68.1356),
    ])
  func aLeaderOfFiveIsOutratasAndZowes(
    elasticity: Double, output: Double, profit: Double
  ) throws {
    let costs: [(linear: Double, power: Double)] = [
      (10, 1.2), (8, 1.1), (6, 1), (4, 0.9), (2, 0.8),
    ]
    let total = (1...5).map { "q\($0)" }.joined(separator: " + ")
    var text = "game: Five firms\nplayers:\n"
    for (i, cost) in costs.enumerated() {
      let (q, b) = ("q\(i + 1)", cost.power)
      text +=
        "- {name: F\(i + 1), variables: {\(q): [1, 150]}, payoff: \"\(q)*"
        + "(5000/(\(total)))^(1/\(elasticity)) - \(cost.linear)*\(q) - "
        + "\(b)/(\(b)+1)*5^(-1/\(b))*\(q)^((1+\(b))/\(b))\"}\n"
    }
    let lead = try Scenario(ScenarioFile(text: text)).lead(["F1"])
    let move = try #require(lead.leaders.first).worst
    #expect(abs(try #require(move.level.first) - output) < 1e-3)
    #expect(abs(try #require(move.payoff) - profit) < 1e-4)
    #expect(move.solution.isProven)
  }

  /// Linear sharing without quadratic cost is Bernstein and Winter's (2012)
  /// divide and conquer: `Σ c_i` less the most that an order saves,
  /// `w_ij = κ θ v_i A_ij` for j before i.
  @Test(arguments: 1200..<1210 as Range<UInt64>)
  func bonusesDivideAndConquer(seed: UInt64) throws {
    var random = TestSupport.SplitMix64(seed: seed)
    let rows = (0..<4).map { i in
      (0..<4).map { $0 == i ? 0 : random.number(in: 0.1...0.6) }
    }
    // With θ = v = κ = K = α = 1 the synergies are the links.
    let costs = (0..<4).map { i in 0.1 + rows[i].reduce(0, +) }
    let cluster = try Cluster(
      name: "divide",
      firms: costs.enumerated().map {
        Firm(
          "F\($0)", knowledge: 1, absorptiveCapacity: 1, opportunity: 1,
          linearCost: $1, quadraticCost: 0)
      },
      model: InnovationModel(reciprocity: 1, curvature: 0, stealing: 0),
      complementarity: Links(rows: rows))
    let game = try SharingGame(cluster)
    let found = BonusContract(game, target: game.strategies.upperBounds)
    let saved = orders(of: Array(0..<4)).map { order in
      order.indices.reduce(0) { sum, k in
        order[..<k].reduce(sum) { $0 + rows[order[k]][$1] }
      }
    }.max()
    let total = costs.reduce(0, +) - (saved ?? 0)
    #expect(abs(found.robust.total - total) < 1e-8)
    #expect(found.isMinimal && found.isProven)
  }

  private func orders(of items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in
      orders(of: items.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
