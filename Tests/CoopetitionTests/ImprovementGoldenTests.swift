import Coopetition
import Foundation
import Testing

@Suite struct ImprovementGoldenTests {
  /// Everybody gains over the worst stable equilibrium wherever a bargain is
  /// known.
  @Test(arguments: Golden.names)
  func improvementsLeaveNobodyWorseOff(name: String) throws {
    struct Answer: Decodable {
      struct Equilibrium: Decodable {
        var levels: [Double]
        var welfare: Double
        var stable: Bool
      }
      struct Bargain: Decodable { var logGain: Double }
      var equilibria: [Equilibrium]
      var bargain: Bargain?
    }
    let data = try Data(contentsOf: Golden.expected(name))
    let answer = try JSONDecoder().decode(Answer.self, from: data)
    guard let expected = answer.bargain else { return }
    let worst = try #require(
      answer.equilibria.filter(\.stable).min { $0.welfare < $1.welfare })
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let found = game.improvements(over: worst.levels)
    #expect(found.count == 4)
    for improvement in found {
      #expect(improvement.gains.allSatisfy { $0 >= 0 })
      #expect(improvement.residual < 1e-4)
    }
    guard found.count == 4 else { return }
    let (fair, nash, sum) = (found[0], found[1], found[3])
    #expect(fair.benefitsAll && nash.benefitsAll)
    #expect(found.allSatisfy { $0.leastGain <= fair.leastGain + 1e-9 })
    #expect(found.allSatisfy { $0.welfare <= sum.welfare + 1e-6 })
    let logarithm = nash.gains.reduce(0) { $0 + Double.log($1) }
    #expect(logarithm >= expected.logGain - 1e-7)
  }
}
