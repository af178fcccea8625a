import TestSupport
import Testing

@testable import Coopetition

@Suite struct AttitudesTests {
  /// What an exchange brings is the difference of payoffs with and without it,
  /// by the payoffs themselves.
  @Test(arguments: 1...10)
  func exchangesBringDifferencesOfPayoffs(seed: UInt64) throws {
    var random = TestSupport.SplitMix64(seed: seed)
    let firms = (0..<3).map { i in
      Firm(
        "F\(i + 1)", knowledge: random.number(in: 0.5...2),
        absorptiveCapacity: random.number(in: 0.3...1),
        opportunity: random.number(in: 0...2),
        marketAtRisk: random.number(in: 0...1),
        irreplaceability: random.number(in: 0...1),
        innovationCost: random.number(in: 0...1),
        linearCost: random.number(in: 0...0.3),
        quadraticCost: random.number(in: 0...0.3),
        cap: random.number(in: 0.5...1))
    }
    var cluster = try Cluster(
      firms: firms,
      model: InnovationModel(
        reciprocity: random.number(in: 0...3),
        curvature: random.number(in: 0...2), sharing: .firms),
      complementarity: .uniform(random.number(in: 0.2...1)),
      rivalry: .uniform(random.number(in: 0...1)))
    cluster.premium.value = random.number(in: 0...1)
    cluster.policy.subsidy = .uniform(random.number(in: 0...0.2))
    cluster.policy.price = .uniform(random.number(in: 0...0.2))
    let game = try DirectedSharingGame(cluster)
    let levels = (0..<game.strategies.dimension).map {
      random.number(in: 0...1) * game.strategies.upperBounds[$0]
    }
    let gains = game.exchangeGains(at: levels)
    let links = game.links
    for firm in 0..<3 {
      for place in links.places(of: firm) {
        let ends = [place, links.opposites[place]].map { links.variables[$0] }
        var (with, without) = (levels, levels)
        for v in ends {
          with[v] = game.strategies.upperBounds[v]
          without[v] = 0
        }
        let expected =
          game.payoffs(at: with)[firm] - game.payoffs(at: without)[firm]
        #expect(abs(gains[place] - expected) < 1e-12)
      }
    }
  }
}
