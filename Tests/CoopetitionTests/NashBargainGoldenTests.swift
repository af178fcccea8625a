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
    let outcome = game.nashBargain(
      over: game.payoffs(at: disagreement.levels),
      from: [disagreement.levels])
    guard let answer = expected.bargain else { return }
    let bargain = try #require(outcome.bargain)
    #expect(bargain.logarithmicGain >= answer.logGain - 1e-9)
    for (payoff, least) in zip(bargain.payoffs, bargain.disagreement) {
      #expect(payoff > least)
    }
  }
}
