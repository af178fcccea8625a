import Games
import TestSupport
import Testing

@testable import Equilibria

@Suite struct ExtremeEquilibriaTests {
  /// Of all equilibria of games of complements only the highest is said to be
  /// that, and only the lowest; of the lowest it is always said. From above,
  /// bounds of this game are too wide for most.
  @Test func agreesWithEveryEquilibrium() throws {
    var tops = 0
    for seed in 1...30 as ClosedRange<UInt64> {
      var game = try NetworkSharing(players: 6, degree: 3, seed: seed)
      game.benefit = 0
      let all = game.equilibria()
      try #require(all.isComplete)
      let sums = all.equilibria.map { $0.levels.reduce(0, +) }
      for (one, sum) in zip(all.equilibria, sums) {
        let extremes = ExtremeEquilibria(of: game)
        let top = extremes.highest(near: one.levels)
        let bottom = extremes.lowest(near: one.levels)
        #expect(top == nil || sum == sums.max())
        #expect((bottom != nil) == (sum == sums.min()))
        tops += top == nil ? 0 : 1
        for box in [top, bottom].compactMap(\.self) {
          #expect(box.contains(one.levels))
          #expect(box.width < 1e-6)
        }
      }
    }
    #expect(tops > 0)
  }

  /// Below the lowest equilibrium the highest one is the lowest.
  @Test func belowABound() throws {
    var game = try NetworkSharing(players: 50, degree: 6, seed: 9)
    game.benefit = 0
    for i in game.cost.indices where i % 3 == 0 { game.cost[i] += 0.5 }
    let highest = game.solve(BestResponseSweeps(from: .highest)).levels
    let lowest = game.solve(BestResponseSweeps(from: .lowest)).levels
    try #require(relativeDistance(highest, lowest) > 0.1)
    let extremes = ExtremeEquilibria(of: game)
    let bottom = try #require(extremes.lowest(near: lowest))
    #expect(extremes.highest(near: lowest) == nil)
    #expect(extremes.highest(near: lowest, below: bottom) == bottom)
    #expect(extremes.highest(near: highest, below: bottom) == nil)
  }
}
