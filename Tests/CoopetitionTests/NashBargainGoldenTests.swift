import Coopetition
import Foundation
import Testing

@Suite struct NashBargainGoldenTests {
  private struct Answer: Decodable {
    struct Equilibrium: Decodable {
      var levels: [Double]
      var payoffs: [Double]
      var welfare: Double
      var stable: Bool
    }
    struct Bargain: Decodable {
      var logGain: Double
      var payoffs: [Double]
      var levels: [Double]
    }
    var equilibria: [Equilibrium]
    var bargain: Bargain?
  }

  @Test(arguments: Golden.names)
  func theBargainIsAtLeastAsGoodAsTheReference(name: String) throws {
    let data = try Data(contentsOf: Golden.expected(name))
    let expected = try JSONDecoder().decode(Answer.self, from: data)
    let worst = expected.equilibria.filter(\.stable)
      .min { $0.welfare < $1.welfare }
    let disagreement = try #require(worst)
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let found = game.improvements(
      over: disagreement.levels, choosing: [.nash])
    guard let answer = expected.bargain else { return }
    let bargain = try #require(found.first)
    let logarithm = bargain.gains.reduce(0) { $0 + Double.log($1) }
    #expect(logarithm >= answer.logGain - 1e-9)
    for (payoff, least) in zip(bargain.payoffs, bargain.disagreement) {
      #expect(payoff > least)
    }
  }
}
