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

  /// What does not vary comes from nobody.
  @Test func withoutShocksNobodyIsTheOrigin() throws {
    let (game, levels) = try network(20)
    let none = levels.map { _ in 0.0 }
    let products = try #require(NetworkMultipliers(game, at: levels))
    let calm = try #require(
      NetworkOrigins(
        products, rate: 0.5, deviations: none, weights: levels.map { _ in 1 }))
    #expect(calm.variance == 0)
    #expect(calm.origins == none)
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
    #expect(abs(gain - exact) < 1e-6)
    for start in [game.strategies.lowerBounds, game.strategies.upperBounds] {
      #expect(
        sparse.destination(from: start, limit: 1_000)
          == dense.destination(from: start, limit: 1_000))
    }
  }

  /// The equilibria of a generated cluster, at the ends of sweeps.
  private func list(
    _ firms: Int, seed: UInt64 = 1
  ) throws -> (list: EquilibriumList, game: SharingGame) {
    let game = try network(firms, seed: seed).game
    return (EquilibriumList(of: game, using: BranchAndPrune()), game)
  }

  private func results(
    _ list: EquilibriumList, _ game: SharingGame, _ extent: ShockExtent
  ) -> [Shocks.Result] {
    let attractors = Attractors(
      AdjustmentProcess(game), of: game, equilibria: list.levels)
    return list.outcomes.indices.map {
      Shocks.Result(
        $0, list, game, attractors,
        deviations: list.levels[$0].map { _ in 0.05 },
        limit: 1_000, extent)
    }
  }

  /// What is told to be proven of an equilibrium among many firms is told of one
  /// that is proven itself.
  @Test func bracketsAreProvenWhereEquilibriaAre() throws {
    let (list, game) = try list(201)
    let extent = ShockExtent(firms: 201)
    let proven = results(list, game, extent)
    #expect(list.outcomes.contains { $0.equilibrium.isProven })
    #expect(proven.contains { $0.down?.isProven ?? false })
    for result in proven where !list.outcomes[result.place].equilibrium.isProven
    {
      #expect(result.up?.isProven != true && result.down?.isProven != true)
    }
    let sweeps = EquilibriumList(
      of: game, using: BranchAndPrune(), provesStability: false)
    for result in results(sweeps, game, extent) {
      #expect(!sweeps.outcomes[result.place].equilibrium.isProven)
      #expect(result.up?.isProven != true && result.down?.isProven != true)
      #expect(result.one.allSatisfy { $0?.point.isProven != true })
    }
  }

  /// Nothing that matrices tell is lost without them.
  @Test func resultsAgreeWithThoseOfMatrices() throws {
    let (list, game) = try list(201)
    #expect(list.outcomes.count == 2)
    let process = AdjustmentProcess(game)
    let extent = ShockExtent(firms: 201)
    let deviations = (0..<201).map { 0.01 * Double($0 % 5) }
    for (place, levels) in list.levels.enumerated() {
      let slopes = try #require(NetworkMultipliers(game, at: levels))
      let matrices = try #require(ResponseMultipliers(process, at: levels))
      let a = try #require(LinearShocks(slopes, game, list, place, extent))
      let b = LinearShocks(matrices, process, list, place)
      #expect(abs(a.loopGain - b.loopGain) < 1e-6)
      let changes = try #require(a.own)
      for (x, y) in zip(changes, matrices.own) {
        #expect(abs(x - y) < 1e-9)
      }
      let r = try #require(
        LongRunShocks(
          slopes, list, rate: 0.5, deviations: deviations, extent))
      let weights = try #require(list.knowledgeShares)
      let found = try #require(
        RandomShocks(
          matrices, rate: 0.5, deviations: deviations, weights: weights))
      let s = LongRunShocks(found)
      let own = try #require(r.deviations)
      for (x, y) in zip(own, found.deviations) {
        #expect(abs(x - y) < 1e-8)
      }
      guard let gain = s.varianceGain else { continue }
      let sparse = try #require(r.varianceGain)
      #expect(abs(sparse - gain) < 1e-6)
    }
  }

  /// The multipliers of clusters of every size are proven.
  @Test(arguments: [65, 201, 600])
  func multipliersAreProven(firms: Int) throws {
    let (game, levels) = try network(firms)
    let process = AdjustmentProcess(game)
    let region = try #require(
      LocalContractions(game, around: levels)?.narrowest)
    let space = game.strategies
    let box = levels.indices.map { i in
      [space.lowerBounds[i], space.upperBounds[i]].contains(levels[i])
        ? Interval(levels[i]) : region.box[i]
    }
    let slopes = try #require(NetworkMultipliers(game, at: levels))
    let ones = levels.map { _ in 1.0 }
    let sums = slopes.weighted(by: ones).x
    let sparse = try #require(EnclosedNetworkMultipliers(game, over: box))
    for (bounds, number) in zip(
      sparse.weighted(by: ones.map { Interval($0) }, near: sums), sums)
    {
      #expect(bounds.contains(number) && bounds.width < 1e-6)
    }
    let changes = try #require(slopes.own(provenBy: sparse))
    for own in changes {
      let bounds = try #require(own.enclosure)
      #expect(bounds.contains(own.value) && bounds.width < 1e-6)
    }
    guard firms <= ShockStudy.matrixLimit else { return }
    let dense = try #require(EnclosedMultipliers(process, over: box))
    for (a, b) in zip(dense.multipliers, sums) {
      #expect(a.contains(b) && a.width < 1e-6)
    }
  }

  /// Among more firms than all sets are tried of, those that tip alone are told.
  @Test func whoTipsAloneIsTheFewest() throws {
    let cluster = try ClusterGenerator(
      firms: 50, degree: 10, kind: .regional, seed: 3
    ).cluster()
    let game = try SharingGame(cluster)
    let list = EquilibriumList(of: game, using: BranchAndPrune())
    let place = try #require(list.place(of: .lowest))
    let attractors = Attractors(
      AdjustmentProcess(game), equilibria: list.levels)
    let alone = list.levels[place].indices.filter { firm in
      var levels = list.levels[place]
      levels[firm] = game.strategies.upperBounds[firm]
      for _ in 0..<500 { levels = attractors.process.next(levels) }
      return zip(levels, list.levels[place]).contains { $0 > $1 + 1e-3 }
    }
    let found = TippingShocks(attractors, from: place, limit: 1_000)
      .fewest(up: true)
    #expect(found?.sets == alone.map { [$0] } && found?.isExhaustive == true)
    #expect(!alone.isEmpty)
  }

  /// A set that is told tips, with few trials too.
  @Test func fewestOfManyTip() throws {
    let (list, game) = try list(201)
    let attractors = Attractors(
      AdjustmentProcess(game), of: game, equilibria: list.levels)
    let place = try #require(list.place(of: .highest))
    let shocks = TippingShocks(
      attractors, from: place, limit: 1_000, accuracy: 1e-6, isProving: false)
    var sizes: [Int] = []
    for trials in [0, 6, 12] {
      let set = try #require(
        shocks.fewest(up: false, trials: trials)?.sets.first)
      sizes.append(set.count)
      var levels = list.levels[place]
      for i in set { levels[i] = 0 }
      for _ in 0..<100 { levels = attractors.process.next(levels) }
      #expect(zip(levels, list.levels[place]).contains { $0 < $1 - 1e-3 })
    }
    #expect(sizes == sizes.sorted(by: >) && sizes[2] < sizes[0])
  }

  /// Openness means the same in games that linear aggregates do not carry.
  @Test func opennessIsWeighedByKnowledgeUnderRoyaltiesToo() throws {
    let text = """
      firms:
      - {name: A, opportunity: 4, knowledge: 1.2, cost: {linear: 0.1, quadratic: 2}}
      - {name: B, opportunity: 4, cost: {linear: 0.1, quadratic: 2}}
      complementarity: {uniform: 1.5}
      """
    func openness(_ royalty: Double) throws -> (sd: Double, slopes: [Double]) {
      var cluster = try Cluster(yaml: text)
      cluster.policy.royalty = royalty
      let shocks = try ShockStudy().shocks(of: Scenario(.cluster(cluster)))
      let result = try #require(
        shocks.results.first { ($0.random?.variance ?? 0) > 0 })
      let (random, linear) = (
        try #require(result.random), try #require(result.linear)
      )
      return (random.variance.squareRoot(), linear.openness)
    }
    let (without, with) = (try openness(0), try openness(1e-9))
    #expect(abs(with.sd / without.sd - 1) < 1e-6)
    #expect(with.slopes.count == 2)
    #expect(relativeDistance(with.slopes, without.slopes) < 1e-6)
  }

  /// Above the limit on solves for each firm everything is answered that
  /// products can.
  @Test func manyFirmsAreShaken() throws {
    var cluster = try ClusterGenerator(
      firms: ShockExtent.everything + 1, degree: 4, kind: .regional, seed: 1
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
    #expect(shocks.leftOut.map(\.key).contains("own"))
    #expect(shocks.report.text().contains("Left out: own"))
  }

  /// Among very many firms the common shift is bracketed, a set that tips is
  /// found, and what is left out is named.
  @Test func veryManyFirmsAreShakenTogether() throws {
    let (list, game) = try list(201)
    let extent = ShockExtent(firms: ShockExtent.most + 1)
    let place = try #require(list.place(of: .highest))
    let coarse = results(list, game, extent)[place]
    #expect(coarse.linear?.amplification == nil && coarse.line.isEmpty)
    #expect(coarse.one.allSatisfy { $0 == nil } && coarse.up == nil)
    let attractors = Attractors(
      AdjustmentProcess(game), of: game, equilibria: list.levels)
    let fine = try #require(
      TippingShocks(
        attractors, from: place, limit: 1_000, accuracy: 1e-6, isProving: false
      ).common(up: false))
    let down = try #require(coarse.down)
    #expect(down.lower <= fine.upper && fine.lower <= down.upper)
    #expect(down.upper - down.lower <= 1e-2 && !down.isProven)
    let set = try #require(coarse.fewest?.sets.first)
    #expect(coarse.avalanche?.players == set)
    #expect(coarse.unfinished.isEmpty)
    #expect(
      Set(extent.skipped.map(\.key)).isSuperset(of: [
        "own", "one", "line", "amplification", "fewest",
      ]))
  }

  /// Nothing is said of what was not looked for.
  @Test func workThatIsStoppedSaysSo() throws {
    let cluster = try ClusterGenerator(
      firms: 300, degree: 4, kind: .regional, seed: 1
    ).cluster()
    let scenario = Scenario(.cluster(cluster))
    let (list, game) = try list(300)
    let stopped = Cancellation.asking({ true }) {
      results(list, game, ShockExtent(firms: 300))
    }
    let shocks = Shocks(scenario: scenario, list: list, results: stopped)
    for result in stopped {
      #expect(result.up == nil && result.down == nil && result.random == nil)
      #expect(
        result.unfinished == ["random", "common", "fewest", "one", "line"])
    }
    #expect(shocks.leftOut.contains { $0.key == "common" })
    let text = shocks.report.text()
    #expect(text.contains("common (the work was stopped)"))
    #expect(!text.contains("do not die out"))
    #expect(!text.contains("Play returns"))
  }
}
