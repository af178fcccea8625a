import Games
import TestSupport
import Testing

@testable import Equilibria

/// `u_i = log(1 + x_{i+1} (1 + x_i)) − c x_i²` around a ring: without costs,
/// sharing is worth nothing as long as nobody else shares.
private struct Ring: Game {
  let strategies: StrategySpace
  let cost: Double

  init(players: Int, cost: Double = 0) {
    strategies = StrategySpace(players: players, levels: 0...1)
    self.cost = cost
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = levels[player]
    let other = levels[(player + 1) % levels.count]
    return S.log(onePlus: other * (1 + own)) - S(cost) * own * own
  }
}

/// The ring seen from the other end of every interval.
private struct MirroredRing: Game {
  let ring: Ring
  var strategies: StrategySpace { ring.strategies }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    ring.payoff(of: player, at: levels.map { 1 - $0 })
  }
}

/// `u_1 = x y`, `u_2 = −x y`: at (0, 0) both slopes are zero, yet only one
/// rises; every (x, 0) is an equilibrium.
private struct Pursuit: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0 ? levels[0] * levels[1] : -levels[0] * levels[1]
  }
}

struct CornerRepulsionTests {
  private func repels(
    _ game: some Game, at level: Double, reach: Double
  )
    -> Bool
  {
    let count = game.strategies.dimension
    let end = level == 0 ? reach : 1 - reach
    return CornerRepulsion(
      game, levels: Array(repeating: level, count: count),
      weak: Array(0..<count), isCorner: true
    ).holds(
      over: Array(
        repeating: Interval(lower: min(level, end), upper: max(level, end)),
        count: count))
  }

  @Test(arguments: [2, 3, 7])
  func cornersWithoutCostsRepel(players: Int) {
    let ring = Ring(players: players)
    #expect(repels(ring, at: 0, reach: 0.1))
    #expect(repels(MirroredRing(ring: ring), at: 1, reach: 0.1))
    // The region must not reach the other bound.
    #expect(!repels(ring, at: 0, reach: 1))
  }

  @Test func costsAndPursuitDoNotRepel() {
    #expect(!repels(Ring(players: 2, cost: 0.3), at: 0, reach: 0.1))
    #expect(!repels(Pursuit(), at: 0, reach: 0.1))
  }

  // Nobody shares, and everybody shares all: nothing else, and only the latter
  // lasts.
  @Test(arguments: [2, 3, 5])
  func searchesAreComplete(players: Int) {
    let game = Ring(players: players)
    let set = game.equilibria()
    #expect(set.isComplete)
    #expect(set.equilibria.map(\.stability) == [.unstable, .stable])
    #expect(set.equilibria.map(\.index) == [0, 1])
    for (equilibrium, level) in zip(set.equilibria, [0.0, 1]) {
      #expect(equilibrium.levels.allSatisfy { $0 == level })
      #expect(game.regret(at: equilibrium.levels).upper <= 1e-12)
    }
  }
}
