import Equilibria
import TestSupport
import Testing

@testable import Coopetition

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
    let nearestTie = try #require(stability.nearestTie)
    #expect(relativeDistance(nearestTie, expected.nearestTie) < 1e-9)
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

  /// Where the equilibria of a network are proven to be the highest, or the
  /// lowest, a complete search finds none beyond them, and errors hold what
  /// firms earn.
  @Test(arguments: 0..<8 as Range<UInt64>, [EquilibriumEnd.highest, .lowest])
  func whatIsProvenIsExtreme(seed: UInt64, end: EquilibriumEnd) throws {
    var cluster = try RandomCluster(firms: 3...3).cluster(seed: seed)
    cluster.premium.value = 0
    cluster.model.curvature = min(1, cluster.model.curvature)
    let candidates = try CandidateLinks(cluster)
    let found = try #require(
      try NetworkEnumeration(selection: end).networks(
        of: cluster, Linking(costs: [0.1, 0.2, 0.3])))
    for network in 0..<found.table.networkCount where found.isProven {
      let linked = candidates.cluster { network >> $0 & 1 == 1 }
      let game = SharingGame(SharingData(linked))
      let all = game.equilibria()
      for equilibrium in all.equilibria {
        let pairs = zip(equilibrium.levels, found.levels[network])
        #expect(
          end == .highest
            ? pairs.allSatisfy { $0 <= $1 + 1e-9 }
            : pairs.allSatisfy { $0 >= $1 - 1e-9 })
      }
      #expect(found.table.errors[network] < 1e-6)
    }
  }

  /// Errors cover the rounding of costs that are far larger than what is left.
  @Test func errorsCoverCancellation() throws {
    let cluster = try Cluster(
      firms: (0..<3).map {
        Firm(
          "F\($0)", opportunity: 2, linearCost: 0.1, quadraticCost: 1,
          baseProfit: $0 == 0 ? 1e6 : -1e6)
      }, complementarity: .uniform(0.3))
    let found = try #require(
      try NetworkEnumeration().networks(
        of: cluster, Linking(costs: [0.3, 0.3, 0.3])))
    #expect(found.isProven)
    #expect(found.table.errors.allSatisfy { $0 > 1e-11 && $0 < 1e-8 })
    #expect(found.table.welfareErrors.allSatisfy { $0 > 1e-11 && $0 < 1e-8 })
  }

  /// Equal firms make many exact ties; none of them is left open.
  @Test func tiesOfEqualFirmsAreDecided() throws {
    let cluster = try Cluster(
      firms: (0..<4).map {
        Firm("F\($0)", opportunity: 2, linearCost: 0.1, quadraticCost: 1)
      }, complementarity: .uniform(0.3))
    let found = try #require(
      try NetworkEnumeration().networks(
        of: cluster, Linking(costs: Array(repeating: 0.02, count: 4))))
    #expect(found.isProven && found.stability.undecided.isEmpty)
  }

  /// Most clusters of complements are proven, and none whose premium is curved.
  @Test func complementsAreProven() throws {
    var proven = 0
    for seed in 0..<12 as Range<UInt64> {
      var cluster = try RandomCluster(firms: 3...3).cluster(seed: seed)
      cluster.premium = Premium(value: seed % 2 == 0 ? 0 : 1, curvature: 1)
      cluster.model.curvature = 0.5
      let found = try NetworkEnumeration().networks(
        of: cluster, Linking(costs: [0, 0, 0]))
      if found?.isProven == true {
        #expect(seed % 2 == 0)
        proven += 1
      }
    }
    #expect(proven >= 5)
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
