import Coopetition
import TestSupport
import Testing

@Suite struct DesignTests {
  /// A random cluster of 2 to 4 firms and one instrument of it.
  private func scenario(_ seed: UInt64) throws -> (Scenario, Cluster, String) {
    var random = SplitMix64(seed: seed)
    let firms = Int.random(in: 2...3, using: &random)
    let keys = ["policy.subsidy", "policy.price", "environment"]
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

  /// No setting of a dense scan, judged by complete searches, beats the value
  /// by more than the gap, nor exceeds the bound.
  @Test(arguments: 0..<12 as Range<UInt64>)
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
