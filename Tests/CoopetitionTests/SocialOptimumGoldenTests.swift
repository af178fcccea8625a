import Coopetition
import Foundation
import Testing

@Suite struct SocialOptimumGoldenTests {
  private struct Answer: Decodable {
    struct Optimum: Decodable {
      var levels: [Double]
      var welfare: Double
    }
    var optimum: Optimum
  }

  @Test(arguments: Golden.names)
  func theOptimumIsFoundAndProven(name: String) throws {
    let data = try Data(contentsOf: Golden.expected(name))
    let expected = try JSONDecoder().decode(Answer.self, from: data).optimum
    let game = try SharingGame(Cluster(scenario: Golden.scenario(name)))
    let found = game.socialOptimum()
    let tolerance = 1e-9 * abs(expected.welfare)
    #expect(found.welfare >= expected.welfare - 1e-12)
    #expect(found.welfare - expected.welfare <= tolerance)
    #expect(found.isProven)
    #expect(found.upperBound >= found.welfare)
  }
}
