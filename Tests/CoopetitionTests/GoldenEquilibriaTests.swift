import Coopetition
import Foundation
import Testing

/// The answer of an independent program to a golden scenario.
struct GoldenAnswer: Decodable {
  struct Equilibrium: Decodable {
    var levels: [Double]
    var payoffs: [Double]
    var welfare: Double
    var stable: Bool
    var channels: [String: [Double]]
  }

  struct Optimum: Decodable {
    var levels: [Double]
    var welfare: Double
  }

  struct Bargain: Decodable {
    var logGain: Double
    var disagreement: [Double]
  }

  var equilibria: [Equilibrium]
  var optimum: Optimum
  var bargain: Bargain?

  init(_ name: String) throws {
    let data = try Data(contentsOf: Golden.expected(name))
    self = try JSONDecoder().decode(GoldenAnswer.self, from: data)
  }
}

/// Whether numbers agree to a tolerance relative to the larger of 1 and their
/// size.
func agree(
  _ a: [Double], _ b: [Double], within tolerance: Double = 1e-9
) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy {
      abs($0 - $1) <= tolerance * max(1, abs($0), abs($1))
    }
}

struct GoldenEquilibriaTests {
  @Test(arguments: Golden.names)
  func everyEquilibriumIsProven(name: String) throws {
    let expected = try GoldenAnswer(name)
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let found = game.equilibria()
    #expect(found.isComplete)
    #expect(found.equilibria.count == expected.equilibria.count)
    #expect(found.indexSum == 1)
    for answer in expected.equilibria {
      let match = found.equilibria.first {
        agree($0.levels, answer.levels)
      }
      let one = try #require(match)
      #expect(one.isStable == answer.stable)
      #expect(one.stability != .undecided)
      #expect(one.regret.upper <= 1e-9)
      #expect(agree(game.payoffs(at: one.levels), answer.payoffs))
      #expect(agree([game.welfare(at: one.levels)], [answer.welfare]))
      for (channel, amounts) in game.breakdown(at: one.levels) {
        #expect(agree(amounts, answer.channels[channel] ?? []))
      }
    }
  }
}
