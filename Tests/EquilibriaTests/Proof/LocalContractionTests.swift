import Equilibria
import LinearAlgebra
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

  /// What is known of a wide box is as good as a look at the narrow one.
  @Test(arguments: 1...10)
  func aNarrowBoxIsProvenByAWideOne(seed: UInt64) throws {
    var game = try NetworkSharing(players: 2_500, degree: 5, seed: seed)
    game.benefit = 10
    for i in game.cost.indices where i % 3 == 0 { game.cost[i] += 0.5 }
    let levels = game.solve(BestResponseSweeps()).levels
    let contractions = try #require(LocalContractions(game, around: levels))
    let wide = try #require(contractions.widest())
    let within = try #require(contractions.narrowest(within: wide))
    let alone = try #require(contractions.narrowest)
    #expect(within.box == alone.box)
    #expect(within.distanceBound == alone.distanceBound)
    #expect(within.isStrict == alone.isStrict)
    #expect(zip(within.box, wide.box).allSatisfy { $1.contains($0) })
  }

  /// Over a wide box nobody knows whether a player stays at its bound whose
  /// marginal payoff is almost zero there.
  @Test func aNarrowBoxTellsWhoStaysAtABound() throws {
    var game = try NetworkSharing(players: 40, degree: 4, seed: 3)
    let player = 7
    game.curvature = 20
    game.cost[player] += 10
    let levels = game.solve(BestResponseSweeps()).levels
    try #require(levels[player] == 0)
    game.cost[player] += game.marginal(of: player, at: levels) + 1e-8
    let contractions = try #require(LocalContractions(game, around: levels))
    let wide = try #require(contractions.widest(within: 1e-3))
    let within = try #require(contractions.narrowest(within: wide))
    let areStrict = [wide.isStrict, within.isStrict]
    #expect(areStrict == [false, true])
    #expect(contractions.narrowest?.isStrict == true)
  }

  @Test func nothingIsProvenOnceTheWorkIsToStop() throws {
    let game = try NetworkSharing(players: 50, degree: 4, seed: 2)
    let levels = game.solve(BestResponseSweeps()).levels
    let contractions = try #require(LocalContractions(game, around: levels))
    #expect(contractions.narrowest != nil)
    Cancellation.asking({ true }) {
      #expect(contractions.narrowest == nil)
    }
  }
}
