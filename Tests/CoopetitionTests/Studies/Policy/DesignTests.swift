import Coopetition
import Foundation
import TestSupport
import Testing

@Suite struct DesignTests {
  /// A random cluster of 2 to 6 firms and one instrument of it.
  private func scenario(_ seed: UInt64) throws -> (Scenario, Cluster, String) {
    var random = SplitMix64(seed: seed)
    let firms = Int.random(in: 2...6, using: &random)
    let keys = [
      "policy.subsidy", "policy.price", "policy.royalty", "environment",
    ]
    let key = keys[Int.random(in: 0..<keys.count, using: &random)]
    func number(_ low: Int, _ high: Int) -> Double {
      Double(Int.random(in: low...high, using: &random)) / 1000
    }
    var text = "model: {reciprocity: \(number(500, 1500)), curvature: 1}\n"
    text += "premium: {value: \(number(0, 1500))}\nfirms:\n"
    for _ in 0..<firms {
      text +=
        "- {knowledge: \(number(500, 2000)), absorption: \(number(300, 900)),"
        + " opportunity: \(number(1000, 4000)), market: \(number(0, 2000)),"
        + " cost: {linear: \(number(50, 400)), quadratic: \(number(50, 600))}}\n"
    }
    text += "complementarity: {uniform: \(number(200, 900))}\n"
    text += "rivalry: {uniform: \(number(0, 500))}\n"
    text +=
      "design:\n  publicFunds: 0.3\n  instruments:\n"
      + "  - {set: \(key), range: [0, 1], cost: {quadratic: 1}}\n"
    let file = try ScenarioFile(text: text)
    return (try Scenario(file), try file.cluster(), key)
  }

  /// Fairness is not defined where nobody shares: the other equilibria count,
  /// and a guarantee needs that equilibrium to be gone.
  @Test func whatIsNotDefinedDoesNotCount() throws {
    let text = try String(
      contentsOf: Golden.scenario("policy/design-royalty-24251"),
      encoding: .utf8)
    func design(_ selection: String) throws -> Design {
      let section = """
        design:
          instruments: [{set: policy.royalty, range: [0, 1]}]
          objective: fairness
          select: \(selection)

        """
      let end = try #require(text.firstRange(of: "design:")).lowerBound
      let cluster = String(text.prefix(upTo: end))
      return try Scenario(ScenarioFile(text: cluster + section)).design()
    }
    let (worst, best) = (try design("worst"), try design("best"))
    let value = try #require(worst.value)
    #expect(value > 0.9 && value <= worst.solution.bound)
    #expect(try #require(best.value) >= value - 1e-3)
    #expect(best.solution.bound <= 1)
    let today = worst.solution.today
    #expect(today.equilibria.last?.objective == -.infinity)
    #expect(!today.isFeasible)
  }

  /// What a constraint asks for exactly is reached: nobody earns less than
  /// today where nothing changes for the worst, and the optimum has all
  /// efficiency.
  @Test(arguments: [
    "participation: voluntary, instruments: [{set: levers.demand, range: [0, 1]}]",
    "participation: voluntary, instruments: [{set: policy.price, range: [0, 0]}]",
    "target: 1, select: best, instruments: [{set: policy.royalty, range: [0, 1]}]",
  ])
  func whatIsReachedExactlyIsFeasible(terms: String) throws {
    let text = """
      firms:
      - {name: A, opportunity: 2.13, market: 1.1, base: 0.7,
         cost: {linear: 0.31, quadratic: 0.17}}
      - {name: B, opportunity: 3.71, market: 0.9, base: 0.3,
         cost: {linear: 0.13, quadratic: 0.23}}
      model: {reciprocity: 1.3, curvature: 0.7}
      premium: {value: 0.4}
      complementarity: {uniform: 0.73}
      rivalry: {uniform: 0.1}
      design: {\(terms)}

      """
    let design = try Scenario(ScenarioFile(text: text)).design()
    #expect(design.value != nil)
    #expect(design.solution.isProven)
  }

  /// What is out of reach is said of the equilibria in which it is.
  @Test(arguments: [
    (3, 0.7, "the price of robustness is"),
    (0.01, 0.7, "no setting was found that reaches it in every one"),
  ])
  func robustnessIsSaid(most: Double, target: Double, words: String) throws {
    let text = """
      firms:
      - {name: A, opportunity: 2, cost: {linear: 0.3}}
      - {name: B, opportunity: 3, cost: {linear: 0.3}}
      model: {reciprocity: 2}
      complementarity: {uniform: 0.9}
      design:
        objective: spending
        target: \(target)
        instruments: [{set: policy.subsidy, range: [0, \(most)]}]

      """
    let design = try Scenario(ScenarioFile(text: text))
      .design(withRobustness: true)
    let robustness = try #require(design.robustness)
    #expect((robustness.weak.value ?? -1) >= 0)
    #expect((robustness.robust.value == nil) == (most < 1))
    #expect(
      design.report.text().replacing("\n", with: " ").contains(words))
  }

  /// How many designs are scanned: `DESIGN_SCANS` of the environment, or 16.
  private static let scans =
    ProcessInfo.processInfo.environment["DESIGN_SCANS"].flatMap(UInt64.init)
    ?? 16

  /// No setting of a dense scan, judged by complete searches, beats the value
  /// by more than the gap, nor exceeds the bound.
  @Test(arguments: 0..<scans)
  func noSettingBeatsTheDesign(seed: UInt64) throws {
    let (scenario, cluster, key) = try scenario(seed)
    let design = try scenario.design()
    let value = try #require(design.value)
    #expect(design.solution.bound >= value)
    for k in 0...40 {
      let setting = Double(k) / 40
      var moved = cluster
      try ClusterParameter(key, in: cluster).set(setting, in: &moved)
      let game = try moved.game()
      let found = game.equilibria()
      guard found.isComplete else { continue }
      let today =
        ClusterParameter.all(of: cluster)
        .first { $0.path == key }?.value(in: cluster) ?? 0
      let cost = (setting - today) * (setting - today) / 2
      let worst = found.equilibria.map { one in
        let spending =
          zip(
            moved.policy.subsidy.rates(count: cluster.firms.count), one.levels
          ).reduce(cost) { $0 + $1.0 * $1.1 }
        return game.welfare(at: one.levels) - cost - 0.3 * spending
      }.min()
      let scanned = try #require(worst)
      #expect(scanned <= design.solution.bound + 1e-9)
      #expect(scanned <= value + 1.1e-3 * max(1, abs(value)))
    }
  }
}
