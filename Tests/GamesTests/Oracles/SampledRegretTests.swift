import Scalars
import TestSupport
import Testing

@testable import Games

struct SampledRegretTests {
  @Test func whatGainsIsFound() {
    // The first player of Trap gains 1/4 at either end.
    #expect(Trap().sampledRegret(at: [0.5, 0.5]) == 0.25)
    #expect(Trap().sampledRegret(at: [0, 0]) == 0)
    #expect(Trap().sampledRegret(at: [1, 1]) == 0)
  }

  /// No deviation gains more than the regret.
  @Test(arguments: 1...5)
  func neverAboveTheRegret(players: Int) {
    let game = Cournot(players: players)
    var random = SplitMix64(seed: UInt64(players))
    for _ in 0..<50 {
      let levels = game.randomProfile(&random)
      let sampled = game.sampledRegret(at: levels)
      #expect(sampled <= game.regret(at: levels).upper)
      #expect(sampled >= 0)
    }
  }

  /// Two variables of one player that gain only if they move together.
  @Test func variablesMoveTogether() {
    #expect(TwoSwitches().sampledRegret(at: [0, 0]) == 1)
    #expect(TwoSwitches().sampledRegret(at: [1, 1]) == 0)
  }
}

/// One player that earns `4xy − x² − y² − (x + y)/2`: nothing is gained by
/// either variable alone from (0, 0), and 1 by both.
private struct TwoSwitches: Game {
  let strategies = StrategySpace(
    bounds: StrategySpace(players: 2, levels: 0...1), owners: [0, 0],
    players: 1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) = (levels[0], levels[1])
    return 4 * x * y - x * x - y * y - (x + y) / 2
  }
}
