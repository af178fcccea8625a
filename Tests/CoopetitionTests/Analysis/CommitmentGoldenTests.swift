import Coopetition
import Foundation
import Testing

/// Clusters with royalties, contributions, prices by provider, a platform and
/// duties against the answers of an independent program.
@Suite struct CommitmentGoldenTests {
  private struct Answer: Decodable {
    struct Equilibrium: Decodable {
      var levels: [Double]
      var payoffs: [Double]
      var welfare: Double
      var profit: Double?
      var fairness: Double?
      var channels: [String: [Double]]
    }

    var equilibria: [Equilibrium]
  }

  @Test(arguments: [20018, 20019, 20025, 20033, 27005])
  func everyEquilibriumIsFound(number: Int) throws {
    let name = "policy/policy-solve-\(number)"
    let answer = try JSONDecoder().decode(
      Answer.self, from: Data(contentsOf: Golden.expected(name)))
    let cluster = try Cluster(scenario: Golden.scenario(name))
    let game = try Scenario.cluster(cluster).game()
    let found = game.analyze()
    #expect(found.isComplete)
    #expect(found.equilibria.count == answer.equilibria.count)
    for expected in answer.equilibria {
      let one = try #require(
        found.equilibria.first {
          agree($0.levels, expected.levels, within: 1e-7)
        })
      #expect(agree(one.payoffs, expected.payoffs, within: 1e-8))
      #expect(agree([one.welfare], [expected.welfare], within: 1e-8))
      for (channel, amounts) in one.channels {
        let known = try #require(expected.channels[channel])
        #expect(agree(amounts, known, within: 1e-8))
      }
      let commitment = try #require(one.commitment)
      for (a, b) in [
        (commitment.profit, expected.profit),
        (commitment.fairness, expected.fairness),
      ] {
        #expect((a == nil) == (b == nil))
        #expect(agree([a ?? 0], [b ?? 0], within: 1e-8))
      }
    }
  }
}
