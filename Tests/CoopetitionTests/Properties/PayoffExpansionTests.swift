import Coopetition
import TestSupport
import Testing

/// An expansion gives what the game itself gives.
@Suite struct PayoffExpansionTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func productsAreThoseOfTheGame(seed: UInt64) throws {
    let game = try SharingGame(RandomCluster().cluster(seed: seed))
    try check(game, seed)
    let count = game.playerCount
    let groups = [Array(0..<count / 2), Array(count / 2..<count)]
    try check(GroupedGame(game, groups), seed)
  }

  private func check(_ game: some Game, _ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let levels = game.strategies.upperBounds.map {
      random.number(in: 0...1) * $0
    }
    let direction = levels.map { _ in random.number(in: -1...1) }
    let weights = (0..<game.playerCount).map { _ in random.number(in: 0...2) }
    let one = game.payoffExpansion(at: levels)
    let other = DirectPayoffExpansion(game, at: levels)
    #expect(agree(one.payoffs, other.payoffs))
    var (a, b) = (levels, levels)
    one.weightedGradient(weights, into: &a)
    other.weightedGradient(weights, into: &b)
    #expect(agree(a, b))
    one.hessianProduct(weights, along: direction, into: &a)
    other.hessianProduct(weights, along: direction, into: &b)
    #expect(agree(a, b))
    var (c, d) = (weights, weights)
    one.slopes(along: direction, into: &c)
    other.slopes(along: direction, into: &d)
    #expect(agree(c, d))
    #expect(one.diagonal(weights, factors: weights)?.count == levels.count)
    #expect(other.diagonal(weights, factors: weights) == nil)
    #expect(
      zip(game.payoffEnclosures(over: game.strategies.box), one.payoffs)
        .allSatisfy { $0.contains($1) })
  }

  private func agree(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= 1e-10 * max(1, abs($0)) }
  }
}
