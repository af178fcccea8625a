import TestSupport
import Testing

@testable import Equilibria

@Suite struct ShapleyValueTests {
  private func near(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 } && a.count == b.count
  }

  // Everybody shares equally each length of runway that it needs.
  @Test func runwaysAreSharedByLength() {
    let game = TextbookGames.airport(costs: [1, 2, 4])
    #expect(
      near(
        game.shapleyValue,
        [-1.0 / 3, -1.0 / 3 - 1.0 / 2, -1.0 / 3 - 1.0 / 2 - 2]))
    #expect(game.isConvex == true && game.isSuperadditive == true)
  }

  // Three depositors of 1,500, 750 and 250 thousand (Lemaire 1991).
  @Test func depositorsShareTheInterest() {
    let game = CoalitionalGame(worths: [
      0, 46_125, 17_437.5, 69_187.5, 5_812.5, 53_812.5, 30_750, 90_000,
    ])
    #expect(near(game.shapleyValue, [51_750, 25_875, 12_375]))
    #expect(game.isConvex == true)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func valuesOfUnionsAndLinksReduceToShapley(seed: UInt64) {
    let game = TextbookGames.random(5, seed: seed)
    let shapley = game.shapleyValue
    let singles = (0..<5).map { Coalition([$0]) }
    #expect(near(game.owenValue(unions: singles), shapley))
    #expect(near(game.owenValue(unions: [game.everybody]), shapley))
    let all = (0..<5).map { game.everybody.removing($0) }
    #expect(near(game.myersonValue(neighbours: all), shapley))
    let unions = [Coalition([0, 3]), Coalition([1, 2, 4])]
    for shares in [shapley, game.owenValue(unions: unions)] {
      #expect(
        abs(shares.reduce(0, +) - game.worth(of: game.everybody)) < 1e-9)
    }
  }

  // A convex game has the value in its core.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func convexGamesHaveTheValueInTheCore(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let sizes = (0..<5).map { _ in Double.random(in: 0...1, using: &random) }
    let game = CoalitionalGame(playerCount: 5) {
      let size = $0.sum(of: sizes)
      return size * size
    }
    #expect(game.isConvex == true && game.isSuperadditive == true)
    #expect(game.largestExcess(of: game.shapleyValue) <= 1e-12)
  }

  // Three in a line: the middle one is needed for everything.
  @Test func onlyThoseJoinedActTogether() {
    let game = CoalitionalGame(playerCount: 3) { $0.count > 1 ? 6 : 0 }
    let line = [Coalition([1]), Coalition([0, 2]), Coalition([1])]
    #expect(near(game.myersonValue(neighbours: line), [1, 4, 1]))
    #expect(game.isConvex == false)
  }
}
