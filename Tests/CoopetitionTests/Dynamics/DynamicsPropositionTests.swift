import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// What holds of every cluster, over seeded random ones.
@Suite struct DynamicsPropositionTests {
  /// Few firms whose best responses rise with the levels of others.
  private static var monotone: RandomCluster {
    var kind = RandomCluster.supermodular
    kind.firms = 2...3
    return kind
  }

  @Test func equilibriaAreTheFixedPointsForEveryRate() throws {
    var kind = RandomCluster()
    kind.firms = 2...4
    for seed in UInt64(0)..<12 {
      let game = try SharingGame(kind.cluster(seed: seed))
      for equilibrium in game.equilibria().equilibria {
        for rule in [Adjustment.Rule.bestResponse, .gradient] {
          for rate in [0.2, 1] {
            let process = AdjustmentProcess(
              game, Adjustment(rule: rule, rate: rate))
            let next = process.next(equilibrium.levels)
            for (a, b) in zip(next, equilibrium.levels) {
              #expect(abs(a - b) < 1e-9)
            }
          }
        }
      }
    }
  }

  /// Starts below another stay so; from nobody levels rise, from everybody
  /// they fall, to the lowest and the highest equilibrium.
  @Test func monotoneClustersKeepTheOrder() throws {
    var random = TestSupport.SplitMix64(seed: 4)
    for seed in UInt64(0)..<40 {
      let game = try SharingGame(Self.monotone.cluster(seed: seed))
      let process = AdjustmentProcess(game)
      #expect(process.isProvenMonotone)
      let caps = game.strategies.upperBounds
      var low = caps.map { random.number(in: 0...1) * $0 * 0.5 }
      var high = zip(low, caps).map {
        $0 + random.number(in: 0...1) * ($1 - $0)
      }
      var (bottom, top) = (caps.map { _ in 0.0 }, caps)
      for _ in 0..<40 {
        let next = [bottom, low, high, top].map { process.next($0) }
        for i in caps.indices {
          #expect(next[1][i] <= next[2][i] + 1e-12)
          #expect(next[0][i] >= bottom[i] - 1e-12)
          #expect(next[3][i] <= top[i] + 1e-12)
        }
        (bottom, low, high, top) = (next[0], next[1], next[2], next[3])
      }
    }
  }

  /// No start is proven to end elsewhere than it does, and random starts end
  /// where proven bounds of shares allow it.
  @Test func provenBasinsHoldRandomStarts() throws {
    var random = TestSupport.SplitMix64(seed: 8)
    var (several, judged) = (0, 0)
    for seed in UInt64(0)..<200 {
      var kind = Self.monotone
      kind.firms = 2...2
      let game = try SharingGame(kind.cluster(seed: seed))
      let found = game.equilibria()
      guard found.isComplete else { continue }
      let attractors = Attractors(
        AdjustmentProcess(game), equilibria: found.equilibria.map(\.levels))
      let attraction = Attraction(
        attractors, starts: 0, seed: 1, limit: 1_000)
      let shares = attraction?.shares ?? []
      let proven = shares.filter(\.isProven)
      #expect(proven.reduce(0) { $0 + $1.low } <= 1 + 1e-12)
      #expect(
        proven.count < found.equilibria.count
          || proven.reduce(0) { $0 + $1.high } >= 1 - 1e-12)
      several += found.equilibria.count > 1 ? 1 : 0
      for _ in 0..<20 {
        let start = game.strategies.upperBounds.map {
          random.number(in: 0...1) * $0
        }
        guard
          let place = attractors.provenDestination(from: start, limit: 1_000)
        else { continue }
        var levels = start
        for _ in 0..<2_000 { levels = attractors.process.next(levels) }
        for (a, b) in zip(levels, attractors.equilibria[place]) {
          #expect(abs(a - b) < 1e-6)
        }
        #expect(shares.isEmpty || shares[place].high > 0)
        judged += 1
      }
    }
    #expect(several > 20 && judged > 2_000)
  }

  /// Monotone clusters that have several equilibria, with where play goes.
  private func clustersWithSeveral() throws -> [(
    game: SharingGame, found: EquilibriumSet, attractors: Attractors
  )] {
    try (UInt64(0)..<40).compactMap { seed in
      let game = try SharingGame(Self.monotone.cluster(seed: seed))
      let found = game.equilibria()
      guard found.isComplete, found.equilibria.count > 1 else { return nil }
      let attractors = Attractors(
        AdjustmentProcess(game), equilibria: found.equilibria.map(\.levels))
      return (game, found, attractors)
    }
  }

  @Test func commonShiftIsTheSmallestShock() throws {
    var judged = 0
    for (game, found, attractors) in try clustersWithSeveral() {
      for (place, equilibrium) in found.equilibria.enumerated()
      where equilibrium.isStable {
        let shocks = TippingShocks(attractors, from: place, limit: 1_000)
        let common = [shocks.common(up: true), shocks.common(up: false)]
          .compactMap { $0?.threshold }.min()
        for firm in game.strategies.upperBounds.indices {
          guard let one = shocks.one(firm) else { continue }
          #expect(try #require(common) <= one.point.threshold + 1e-9)
          judged += 1
        }
      }
    }
    #expect(judged > 0)
  }

  /// The ways there and back together are no longer than the line.
  @Test func linesThereAndBackDoNotOverlap() throws {
    var judged = 0
    for (_, found, attractors) in try clustersWithSeveral() {
      let stable = found.equilibria.indices.filter {
        found.equilibria[$0].isStable
      }
      for k in stable {
        for l in stable where k < l {
          let there = TippingShocks(attractors, from: k, limit: 1_000)
            .line(to: l)
          let back = TippingShocks(attractors, from: l, limit: 1_000)
            .line(to: k)
          guard let there, let back else { continue }
          #expect(there.threshold + back.threshold <= 1 + 1e-9)
          judged += 1
        }
      }
    }
    #expect(judged > 0)
  }

  /// Absent keys and their defaults are one.
  @Test func defaultsChangeNothing() throws {
    let folder = try ScenarioFolder()
    let text = "complementarity: {uniform: 0.7}\nfirms: [{}, {}]\n"
    let keys =
      "model: {choice: level, noise: 0}\nadjustment: {}\nshock: {}\n"
      + "growth: {}\ndiffusion: {}\n"
    try folder.write(Array(text.utf8), to: "plain.yaml")
    try folder.write(Array((text + keys).utf8), to: "keys.yaml")
    let analyses = try ["plain.yaml", "keys.yaml"].map {
      try Scenario(path: folder.path($0)).game().analyze()
    }
    #expect(analyses[0].equilibria.count == analyses[1].equilibria.count)
    for (a, b) in zip(analyses[0].equilibria, analyses[1].equilibria) {
      #expect(a.levels == b.levels && a.payoffs == b.payoffs)
    }
    #expect(analyses[0].optimum.levels == analyses[1].optimum.levels)
  }

  /// Sharing or withholding: corners are pure, the rest is indifferent, and
  /// with noise that falls the logit equilibria come near them.
  @Test func variantsOfTheGameHaveTheirEquilibria() throws {
    for seed in UInt64(0)..<20 {
      var cluster = try Self.monotone.cluster(seed: seed)
      cluster.model.choice = .all
      let game = try Scenario(.cluster(cluster)).game()
      let found = game.equilibria(using: BranchAndPrune())
      let choices = BinaryChoices(try SharingGame(cluster))
      let pure = choices.equilibria.map { profile in
        zip(choices.actions(profile, of: cluster.firms.count), cluster.firms)
          .map { Double($0) * $1.cap }
      }
      for levels in pure {
        #expect(found.equilibria.contains { $0.levels == levels })
      }
      cluster.model.noise = 0.02
      let noisy = try Scenario(.cluster(cluster)).game()
      let logit = noisy.equilibria(using: BranchAndPrune())
      #expect(!logit.equilibria.isEmpty)
      for equilibrium in logit.equilibria {
        #expect(equilibrium.isProven)
        let process = AdjustmentProcess(
          WithholdingGame(try SharingGame(cluster)),
          Adjustment(rate: 1), noise: 0.02)
        for (a, b) in zip(process.next(equilibrium.levels), equilibrium.levels)
        {
          #expect(abs(a - b) < 1e-9)
        }
      }
    }
  }
}
