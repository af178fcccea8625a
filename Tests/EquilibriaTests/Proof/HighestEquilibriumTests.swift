import Equilibria
import TestSupport
import Testing

@Suite struct HighestEquilibriumTests {
  @Test(arguments: 1...30, [0.0, 2.0])
  func agreesWithEveryEquilibrium(seed: UInt64, benefit: Double) throws {
    var game = try NetworkSharing(players: 6, degree: 3, seed: seed)
    game.benefit = benefit
    let all = game.equilibria()
    try #require(all.isComplete)
    let open = all.equilibria.map { $0.levels.reduce(0, +) }
    let most = try #require(open.max())
    for (one, openness) in zip(all.equilibria, open) {
      let isProven = HighestEquilibrium().proves(one.levels, in: game)
      if openness < most { #expect(!isProven) }
      if openness == most && benefit == 0 { #expect(isProven) }
    }
  }

  @Test func provesItForManyPlayers() throws {
    var game = try NetworkSharing(players: 1_000, degree: 6, seed: 9)
    game.benefit = 10
    for i in game.cost.indices where i % 3 == 0 { game.cost[i] += 0.5 }
    let highest = game.solve(BestResponseSweeps(from: .highest))
    let lowest = game.solve(BestResponseSweeps(from: .lowest))
    #expect(HighestEquilibrium().proves(highest.levels, in: game))
    #expect(relativeDistance(highest.levels, lowest.levels) > 0.1)
    #expect(!HighestEquilibrium().proves(lowest.levels, in: game))
  }
}
