import Scalars
import TestSupport
import Testing

@testable import Equilibria

@Suite struct CoreTests {
  private func core(_ game: CoalitionalGame) -> Core {
    game.core(game.prenucleolus())
  }

  @Test func glovesHaveACoreOfOnePoint() {
    let core = core(TextbookGames.gloves(left: 2, right: 3))
    #expect(core.isEmpty == false && core.isProven)
    #expect(core.allocation == [1, 1, 0, 0, 0])
  }

  // Three players, any two of whom can take everything.
  @Test func majorityHasNone() throws {
    let game = CoalitionalGame(playerCount: 3) { $0.count > 1 ? 1 : 0 }
    let core = core(game)
    #expect(core.isEmpty == true && core.isProven)
    #expect(abs(try #require(core.leastCore) - 1.0 / 3) < 1e-9)
    let weights = try #require(core.weights).weights
    #expect(weights.count == 3)
    #expect(
      weights.allSatisfy { $0.numerator == 1 && $0.denominator == 2 })
  }

  @Test func widerWorthsDecideLess() {
    let worths = [0.0, 0, 0, 1, 0, 1, 1, 1.4]
    let game = CoalitionalGame(
      worths: worths,
      enclosures: worths.map { Interval(lower: $0 - 0.2, upper: $0 + 0.2) })
    #expect(core(CoalitionalGame(worths: worths)).isEmpty == true)
    #expect(core(game).isEmpty == nil)
  }

  // Whatever the flag says is checked in the game itself.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func certificatesHold(seed: UInt64) throws {
    let game = TextbookGames.random(3 + Int(seed % 4), seed: seed)
    let core = core(game)
    #expect(core.isProven)
    if let shares = core.allocation {
      #expect(game.largestExcess(of: shares) <= 0)
      #expect(shares.reduce(0, +) <= game.worth(of: game.everybody) + 1e-12)
    } else {
      let weights = try #require(core.weights)
      #expect(
        weights.total(of: game).lower > game.worth(of: game.everybody))
      for player in 0..<game.playerCount {
        let total = weights.weights.reduce(0.0) {
          $1.coalition.contains(player)
            ? $0 + Double($1.numerator) / Double($1.denominator) : $0
        }
        #expect(abs(total - 1) < 1e-12)
      }
    }
  }
}
