import Games
import TestSupport
import Testing

@testable import Coopetition

/// The derivatives of the game of directed sharing that are written out,
/// against automatic ones of its payoffs.
@Suite struct DirectedSlopesTests {
  /// A game with every channel that it knows, and a profile inside.
  private func instance(
    _ seed: UInt64, _ sharing: SharingClasses
  ) throws -> (game: DirectedSharingGame, levels: [Double]) {
    var cluster = try RandomCluster(firms: 3...5).cluster(seed: seed)
    for firm in cluster.firms.indices {
      cluster.firms[firm].tier = Tier.allCases[firm % 3]
    }
    cluster.model.sharing = sharing
    cluster.model.stealing = 0.3
    cluster.policy.price = .uniform(0.05)
    let game = try DirectedSharingGame(cluster)
    var random = TestSupport.SplitMix64(seed: seed)
    return (
      game,
      game.strategies.upperBounds.map { $0 * random.number(in: 0.1...0.9) }
    )
  }

  private static let cases = (0..<12 as Range<UInt64>).flatMap { seed in
    [SharingClasses.tiers, .firms].map { (seed, $0) }
  }

  @Test(arguments: cases) func theGradientIsThatOfThePayoffs(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let (game, levels) = try instance(seed, sharing)
    let weights = (0..<game.playerCount).map { 1 + 0.3 * Double($0) }
    let gradients = game.payoffGradients(at: levels)
    var written = levels
    game.weightedGradient(weights, at: levels, into: &written)
    let expected = levels.indices.map { v in
      weights.indices.reduce(0) { $0 + weights[$1] * gradients[$1, v] }
    }
    #expect(relativeDistance(written, expected) < 1e-11)
    var hessian = game.jacobian(at: levels)
    game.weightedHessian(weights, at: levels, into: &hessian)
    let direction = levels.indices.map { Double($0 % 3) - 0.7 }
    var product = levels
    game.weightedHessianProduct(
      weights, at: levels, along: direction, into: &product)
    let rows = levels.indices.map { v in
      levels.indices.reduce(0) { $0 + hessian[v, $1] * direction[$1] }
    }
    #expect(relativeDistance(product, rows) < 1e-10)
  }

  @Test(arguments: cases) func theEnclosuresHoldTheSlopes(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let (game, levels) = try instance(seed, sharing)
    let weights = Array(repeating: 1.0, count: game.playerCount)
    let box = levels.map { Interval(lower: 0.9 * $0, upper: 1.1 * $0) }
    var (bounds, marginals) = (box, box)
    let sum = game.weightedEnclosure(weights, over: box, gradient: &bounds)
    #expect(sum.contains(game.payoffs(at: levels).reduce(0, +)))
    game.pseudoGradientEnclosure(over: box, into: &marginals)
    var gradient = levels
    game.weightedGradient(weights, at: levels, into: &gradient)
    let slopes = game.pseudoGradient(at: levels)
    for v in levels.indices {
      #expect(bounds[v].contains(gradient[v]))
      #expect(marginals[v].contains(slopes[v]))
    }
  }

  /// No deviation that is tried gains more than the bound, and at rest there
  /// is nothing to gain.
  @Test(arguments: cases) func theRegretBoundHolds(
    seed: UInt64, sharing: SharingClasses
  ) throws {
    let (game, levels) = try instance(seed, sharing)
    let bound = game.regretBound(at: levels).upper
    #expect(bound >= game.regret(at: levels).lower)
    let rest = DirectedSweeps(game: game).rest(from: levels)
    #expect(game.regretBound(at: rest).upper < 1e-11)
    #expect(game.regret(at: rest).upper < 1e-9)
  }
}
