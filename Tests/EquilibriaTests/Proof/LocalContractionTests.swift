import Equilibria
import TestSupport
import Testing

@Suite struct LocalContractionTests {
  @Test func provesTheEquilibriumOfManyPlayers() throws {
    var game = try NetworkSharing(players: 3_000, degree: 6, seed: 9)
    game.benefit = 10
    for i in game.cost.indices where i % 3 == 0 { game.cost[i] += 0.5 }
    let found = game.solve(BestResponseSweeps())
    let proof = try #require(
      LocalContractions(game, around: found.levels)?.widest())
    #expect(proof.box.contains(found.levels))
    #expect(proof.isStrict)
    #expect(proof.distanceBound <= 1.001e-6)
    let near = try #require(
      LocalContractions(game, around: found.levels)?.first(within: [1e-12]))
    #expect(near.distanceBound <= 1.001e-12)
  }

  @Test(arguments: 1...20)
  func agreesWithTheDenseProof(seed: UInt64) throws {
    let game = try NetworkSharing(players: 6, degree: 3, seed: seed)
    for one in game.equilibria().equilibria where one.isProven {
      let proof = LocalContractions(game, around: one.levels)?
        .widest(within: 1e-9)
      #expect((proof == nil) == !one.isStable)
      guard let proof else { continue }
      #expect(proof.isStrict)
      #expect(proof.box.contains(one.levels))
    }
  }

  @Test func aProfileThatIsNoEquilibriumIsNotProven() throws {
    let game = try NetworkSharing(players: 50, degree: 4, seed: 2)
    var levels = game.solve(BestResponseSweeps()).levels
    let free = try #require(levels.firstIndex { 0 < $0 && $0 < 1 })
    levels[free] += 1e-3
    #expect(LocalContractions(game, around: levels)?.widest() == nil)
    levels[free] -= 1e-3 - 1e-8
    let proof = try #require(
      LocalContractions(game, around: levels)?.widest())
    #expect(proof.distanceBound >= 1e-8)
  }
}
