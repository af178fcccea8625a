import Equilibria
import Testing

/// `u_i = x_i (2 x_j − 0.8) + 1`: equilibria at (0, 0), (0.4, 0.4), (1, 1)
/// with welfare 2, 2 and 4.4.
private struct LiftedThreshold: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    levels[player] * (2 * levels[1 - player] - 0.8) + 1
  }
}

@Suite struct PriceOfAnarchyTests {
  @Test func holdsTheExactPrices() throws {
    let game = LiftedThreshold()
    let found = game.equilibria()
    #expect(found.equilibria.count == 3)
    let price = try #require(
      found.priceOfAnarchy(in: game, optimum: game.socialOptimum()))
    #expect(price.anarchy.contains(2.2))
    #expect(price.anarchy.width < 1e-6)
    #expect(price.stability.contains(1.0))
    #expect(price.stability.width < 1e-6)
  }

  @Test func whatIsUndecidedWidensTheBounds() throws {
    let game = LiftedThreshold()
    var found = game.equilibria()
    found.undecided = [[Interval(0.9...1), Interval(0...0.1)]]
    let price = try #require(
      found.priceOfAnarchy(in: game, optimum: game.socialOptimum()))
    #expect(price.anarchy.contains(2.2))
    #expect(price.anarchy.upper > 2.8)
  }

  @Test func noPriceWithoutPositiveWelfare() {
    let game = Threshold()
    let found = game.equilibria()
    #expect(
      found.priceOfAnarchy(in: game, optimum: game.socialOptimum()) == nil)
  }
}
