import Equilibria
import Games
import LinearAlgebra
import Reports
import TestSupport
import Testing

@testable import Coopetition

/// What is found of shocks without matrices, beside what matrices say.
@Suite struct NetworkShockTests {
  /// A generated cluster at its highest equilibrium.
  private func network(
    _ firms: Int, seed: UInt64 = 1
  ) throws -> (game: SharingGame, levels: [Double]) {
    let cluster = try ClusterGenerator(
      firms: firms, degree: 6, kind: .regional, seed: seed
    )
    .cluster()
    let game = try SharingGame(cluster)
    return (game, game.solve(BestResponseSweeps()).levels)
  }

  @Test(arguments: UInt64(1)...4)
  func productsAgreeWithMatrices(seed: UInt64) throws {
    let (game, levels) = try network(60, seed: seed)
    let process = AdjustmentProcess(game)
    let matrices = try #require(ResponseMultipliers(process, at: levels))
    let products = try #require(NetworkMultipliers(game, at: levels))
    let sums = products.weighted(by: levels.map { _ in 1 }).x
    for (a, b) in zip(sums, matrices.multipliers) {
      #expect(abs(a - b) < 1e-9)
    }
    var image = levels
    products.multiply(levels, into: &image)
    for (a, b) in zip(image, matrices.slopes * levels) {
      #expect(abs(a - b) < 1e-12)
    }
    let most = try #require(products.amplification())
    #expect(most.isConverged)
    #expect(abs(most.factor - matrices.largest.factor) < 1e-9)
    for (a, b) in zip(most.direction, matrices.largest.direction) {
      #expect(abs(a - b) < 1e-4)
    }
  }

  @Test func partsOfTheVarianceAgreeWithMatrices() throws {
    let (game, levels) = try network(60)
    let weights = game.cluster.firms.map(\.knowledge)
    let deviations = levels.indices.map { 0.01 * Double($0 % 5) }
    let matrices = try #require(
      ResponseMultipliers(AdjustmentProcess(game), at: levels))
    let dense = try #require(
      RandomShocks(
        matrices, rate: 0.5, deviations: deviations, weights: weights))
    let products = try #require(NetworkMultipliers(game, at: levels))
    let sparse = try #require(
      NetworkOrigins(
        products, rate: 0.5, deviations: deviations, weights: weights))
    #expect(abs(sparse.variance / dense.variance - 1) < 1e-8)
    for (a, b) in zip(sparse.origins, dense.origins) {
      #expect(abs(a - b) < 1e-8)
    }
  }

  /// Both enclosures hold the same sums, and what they hold is narrow.
  @Test(arguments: UInt64(1)...4)
  func enclosuresWithAndWithoutMatricesOverlap(seed: UInt64) throws {
    let (game, levels) = try network(60, seed: seed)
    let region = try #require(
      LocalContractions(game, around: levels)?.narrowest)
    #expect(region.isStrict)
    let space = game.strategies
    let box = levels.indices.map { i in
      [space.lowerBounds[i], space.upperBounds[i]].contains(levels[i])
        ? Interval(levels[i]) : region.box[i]
    }
    let dense = try #require(
      EnclosedMultipliers(AdjustmentProcess(game), over: box))
    let sparse = try #require(EnclosedNetworkMultipliers(game, over: box))
    let products = try #require(NetworkMultipliers(game, at: levels))
    let ones = levels.map { _ in 1.0 }
    let sums = products.weighted(by: ones).x
    let bounds = sparse.weighted(by: ones.map { Interval($0) }, near: sums)
    for (a, b) in zip(dense.multipliers, bounds) {
      #expect(a.overlaps(b) && a.width < 1e-7 && b.width < 1e-7)
    }
    for (a, b) in zip(bounds, sums) { #expect(a.contains(b)) }
  }

  /// Regions and order are found without matrices too.
  @Test func pathsEndAlikeWithAndWithoutMatrices() throws {
    let (game, levels) = try network(60)
    let process = AdjustmentProcess(game)
    let dense = Attractors(process, equilibria: [levels])
    let sparse = Attractors(process, of: game, equilibria: [levels])
    #expect(sparse.isMonotone == dense.isMonotone)
    #expect(sparse.regions[0] != nil)
    let gain = try #require(sparse.contractions[0])
    let exact = try #require(dense.contractions[0])
    #expect(gain >= exact - 1e-6)
    for start in [game.strategies.lowerBounds, game.strategies.upperBounds] {
      #expect(
        sparse.destination(from: start, limit: 1_000)
          == dense.destination(from: start, limit: 1_000))
    }
  }

  /// Above the limit on matrices everything is answered that products can.
  @Test func manyFirmsAreShaken() throws {
    var cluster = try ClusterGenerator(
      firms: ShockStudy.firmLimit + 1, degree: 4, kind: .regional, seed: 1
    ).cluster()
    // With it there is a single equilibrium, and nothing to tip to.
    cluster.policy.subsidy = .uniform(0.1)
    let shocks = try ShockStudy().shocks(of: Scenario(.cluster(cluster)))
    let result = try #require(shocks.results.first)
    let linear = try #require(result.linear)
    let most = try #require(linear.amplification)
    #expect(most.isConverged)
    let length = most.direction.reduce(0) { $0 + $1 * $1 }
    #expect(abs(length - 1) < 1e-9)
    #expect(linear.own == nil)
    let enclosed = try #require(linear.enclosed)
    for (bounds, number) in zip(enclosed.multipliers, linear.multipliers) {
      #expect(bounds.contains(number) && bounds.width < 1e-6)
    }
    let random = try #require(result.random)
    #expect(abs(random.origins.reduce(0, +) - 1) < 1e-9)
    #expect(random.deviations == nil)
    #expect(result.one.count == cluster.firms.count)
    #expect(result.fewest == nil)
  }

  /// Among many more nobody is followed, and nothing is said of what was not
  /// looked for.
  @Test func veryManyFirmsHaveMultipliersAlone() throws {
    let cluster = try ClusterGenerator(
      firms: ShockStudy.followLimit + 1, degree: 4, kind: .regional, seed: 1
    ).cluster()
    let shocks = try ShockStudy().shocks(of: Scenario(.cluster(cluster)))
    let result = try #require(shocks.results.first)
    let linear = try #require(result.linear)
    #expect(linear.multipliers.count == cluster.firms.count)
    #expect(linear.enclosed != nil && linear.amplification == nil)
    #expect(!result.isFollowed && result.random == nil && result.up == nil)
    let text = shocks.report.text()
    #expect(text.contains("was not looked for"))
    #expect(!text.contains("do not die out"))
  }
}
