import Coopetition
import Foundation
import LinearAlgebra
import Testing

@Suite struct ClusterReaderTests {
  static let chemistry = """
    name: Three chemical firms
    environment: 1.4
    model: {reciprocity: 1.5, curvature: 2.0, stealing: 0.1}
    premium: {value: 4.0, curvature: 0.5, shares: [0.5, 0.3, 0.2]}
    firms:
    - {name: Alpha, tier: core, knowledge: 1.8, absorption: 0.6,
       opportunity: 4, market: 1.5, innovationCost: 0.5,
       cost: {linear: 0.2, quadratic: 0.6}, cap: 0.9, base: -2}
    - {name: Beta, tier: ordinary}
    - {name: Gamma, tier: general, irreplaceability: 0.1}
    complementarity: [[0, .6, .4], [.5, 0, .3], [.7, .4, 0]]
    rivalry: {uniform: 0.2}
    access: tiers
    policy: {subsidy: [0.1, -0.2, 0], price: 0.3}
    """

  @Test func everyKeyIsRead() throws {
    let cluster = try Cluster(yaml: Self.chemistry)
    let expected = try Cluster(
      name: "Three chemical firms",
      firms: [
        Firm(
          "Alpha", tier: .core, knowledge: 1.8, absorptiveCapacity: 0.6,
          opportunity: 4, marketAtRisk: 1.5, innovationCost: 0.5,
          linearCost: 0.2, quadraticCost: 0.6, cap: 0.9, baseProfit: -2),
        Firm("Beta", tier: .ordinary),
        Firm("Gamma", tier: .general, irreplaceability: 0.1),
      ],
      environment: 1.4,
      model: InnovationModel(reciprocity: 1.5, curvature: 2, stealing: 0.1),
      premium: Premium(
        value: 4, curvature: 0.5, shares: .fractions([0.5, 0.3, 0.2])),
      complementarity: Links(
        rows: [[0, 0.6, 0.4], [0.5, 0, 0.3], [0.7, 0.4, 0]]),
      rivalry: .uniform(0.2), access: .tiers(.standard),
      policy: Policy(subsidy: .perFirm([0.1, -0.2, 0]), price: 0.3))
    #expect(cluster == expected)
  }

  @Test func defaultsAreThoseOfCode() throws {
    let cluster = try Cluster(yaml: "firms: [{}, {}]", named: "dir/pair.yaml")
    let expected = try Cluster(name: "pair", firms: [Firm("F1"), Firm("F2")])
    #expect(cluster == expected)
  }

  @Test func tierSetsIrreplaceability() throws {
    let cluster = try Cluster(
      yaml: "firms: [{tier: core}, {tier: ordinary}, {tier: general}, {}]")
    #expect(cluster.firms.map(\.irreplaceability) == [1, 0.5, 0, 1])
  }

  @Test func tierTableIsOverridden() throws {
    let cluster = try Cluster(
      yaml: """
        firms: [{tier: core}]
        access: tiers
        tiers: {access: [[0, 1, 0.5], [1, 0, 1], [1, 1, 0]]}
        """)
    let table = TierAccess(rows: [[0, 1, 0.5], [1, 0, 1], [1, 1, 0]])
    #expect(cluster.access == .tiers(table))
  }

  @Test(arguments: Golden.names)
  func goldenScenarioIsRead(_ name: String) throws {
    let cluster = try Cluster(scenario: Golden.scenario(name))
    #expect(cluster.name == name)
    let data = try Data(contentsOf: Golden.expected(name))
    let answer = try JSONSerialization.jsonObject(with: data)
    let equilibria =
      (answer as? [String: Any])?["equilibria"] as? [[String: Any]]
    let levels = equilibria?.first?["levels"] as? [Double]
    #expect(levels?.count == cluster.firms.count)
    guard case .network(let matrix) = cluster.complementarity else {
      Issue.record("an inline matrix is a network")
      return
    }
    #expect(matrix.rows == cluster.firms.count)
  }
}
