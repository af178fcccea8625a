import Coopetition
import TestSupport
import Testing

@Suite struct NetworkEnumerationTests {
  private struct Answer: Decodable {
    struct Network: Decodable {
      let links: [[Int]]
      let levels: [Double]
      let payoffs: [Double]
      let welfare: Double
      let probability: Double?
    }
    let networks: Int
    let stable: [Network]
    let stableWithTransfersCount: Int
    let efficient: Network
    let nearestTie: Double
  }

  @Test(arguments: ["form-3-1", "form-4-20", "form-5-60"])
  func agreesWithGoldenNetworks(name: String) throws {
    let expected = try NetworkGolden.answer(name, as: Answer.self)
    let scenario = try NetworkGolden.scenario(name)
    let found = try #require(try NetworkEnumeration().networks(of: scenario))
    let stability = found.stability
    #expect(found.table.networkCount == expected.networks)
    #expect(stability.stable.count == expected.stable.count)
    #expect(
      stability.stableWithTransfers.count == expected.stableWithTransfersCount)
    #expect(
      relativeDistance(stability.nearestTie, expected.nearestTie) < 1e-9)
    for (network, wanted) in zip(stability.stable, expected.stable) {
      expect(found, network, wanted)
    }
    expect(found, stability.efficient[0], expected.efficient)
  }

  private func expect(
    _ found: NetworkFormation, _ network: Int, _ wanted: Answer.Network
  ) {
    let links = found.table.links(of: network).map {
      [$0.first + 1, $0.second + 1]
    }
    #expect(links == wanted.links)
    #expect(relativeDistance(found.levels[network], wanted.levels) < 1e-9)
    #expect(
      relativeDistance(found.table.payoffs(in: network), wanted.payoffs)
        < 1e-9)
    if let probability = wanted.probability {
      #expect(abs(found.probability(of: network) - probability) < 1e-9)
    }
  }

  /// Without leakage, cost, fees and stealing, and with free links, everybody
  /// gains by every link: the complete network is stable and efficient.
  @Test func freeLinksAreAllMade() throws {
    let cluster = try Cluster(
      firms: (0..<4).map { Firm("F\($0)", knowledge: 1 + Double($0) / 4) },
      complementarity: .uniform(0.5))
    let found = try #require(
      try NetworkEnumeration().networks(
        of: cluster, Linking(costs: [0, 0, 0, 0])))
    let complete = found.table.networkCount - 1
    #expect(found.stability.stable.contains(complete))
    #expect(found.stability.efficient == [complete])
  }

  @Test func refusesTooManyNetworks() throws {
    let cluster = try Cluster(
      firms: (0..<7).map { Firm("F\($0)") }, complementarity: .uniform(0.5))
    let error = ScenarioError(
      at: "form",
      "21 candidate pairs give 2,097,152 networks; --enumerate takes at most "
        + "20, use --rounds")
    #expect(throws: error) {
      try NetworkEnumeration().networks(
        of: cluster, Linking(costs: Array(repeating: 0, count: 7)))
    }
  }
}
