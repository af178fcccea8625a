import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// What is cut off by the conditions of pairs, and what a search by them finds.
@Suite struct PairConditionsTests {
  private func game(
    _ seed: UInt64, firms: ClosedRange<Int> = 3...4, premium: Double = 0
  ) throws -> DirectedSharingGame {
    var cluster = try RandomCluster(firms: firms).cluster(seed: seed)
    cluster.model.sharing = .firms
    cluster.model.curvature = [0, 0.5, 1][Int(seed % 3)]
    cluster.model.reciprocity = 2
    cluster.model.stealing = 0
    cluster.premium.value = premium
    cluster.policy.price = .uniform(0)
    return try DirectedSharingGame(cluster)
  }

  /// Equilibria that sweeps and Newton's method find without a search, from
  /// starts of the test's own.
  private func equilibria(
    of game: DirectedSharingGame, seed: UInt64
  )
    -> [[Double]]
  {
    var random = TestSupport.SplitMix64(seed: seed)
    let caps = game.strategies.upperBounds
    return (0..<40).compactMap { _ in
      let start = caps.map { $0 * Double(random.next() % 3) / 2 }
      let solution = SemismoothNewton().solve(game, from: start)
      return solution.residual < 1e-12 ? solution.levels : nil
    }
  }

  /// No box around an equilibrium loses it.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func nothingIsLost(seed: UInt64) throws {
    let game = try game(seed, premium: seed % 2 == 0 ? 0 : 2)
    var random = TestSupport.SplitMix64(seed: seed)
    for levels in equilibria(of: game, seed: seed) {
      var box = zip(levels, game.strategies.box).map { level, whole in
        Interval(
          lower: level - random.number(in: 0...1) * (level - whole.lower),
          upper: level + random.number(in: 0...1) * (whole.upper - level))
      }
      let whole = box
      #expect(PairConditions(game, over: whole).contract(&box))
      for (v, level) in levels.enumerated() {
        #expect(box[v].lower <= level + 1e-9 && level - 1e-9 <= box[v].upper)
        #expect(whole[v].contains(box[v]))
      }
    }
  }

  /// Where pairs do not touch each other (ε = 0) the number of equilibria is
  /// the product over the pairs, and all of them are proven.
  @Test func thresholdsMultiply() throws {
    let cluster = try Cluster.openPairs(firms: 4, curvature: 0)
    let game = try DirectedSharingGame(cluster)
    let found = BranchAndPrune().equilibria(of: game)
    #expect(found.isComplete && found.equilibria.count == 729)
    #expect(found.work.boxes < 2500)
    for equilibrium in found.equilibria.prefix(40) {
      #expect(game.regret(at: equilibrium.levels).upper < 1e-9)
    }
  }

  /// Links of one firm crowd each other out, and still every pair is closed, at
  /// its threshold or open: as many equilibria as a search that knows nothing of
  /// pairs finds.
  @Test(arguments: [0.5, 1]) func asManyAsWithoutPairs(
    curvature: Double
  ) throws {
    let cluster = try Cluster.openPairs(firms: 3, curvature: curvature)
    let game = try DirectedSharingGame(cluster)
    let found = BranchAndPrune().equilibria(of: game)
    let other = BranchAndPrune().equilibria(of: WithoutPairs(base: game))
    #expect(found.isComplete && other.isComplete)
    #expect(found.equilibria.count == other.equilibria.count)
    for (one, two) in zip(found.equilibria, other.equilibria) {
      #expect(relativeDistance(one.levels, two.levels) < 1e-9)
      #expect(one.stability == two.stability && one.index == two.index)
    }
    #expect(found.work.boxes < other.work.boxes)
  }

  /// The same payoffs, in a game that nothing is known of.
  private struct WithoutPairs: Game {
    let base: DirectedSharingGame
    var strategies: StrategySpace { base.strategies }

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      base.payoff(of: player, at: levels)
    }
  }
}

extension Cluster {
  /// Firms, unlike each other, every two of whom may be open or closed.
  fileprivate static func openPairs(
    firms count: Int, curvature: Double
  ) throws -> Cluster {
    var cluster = try Cluster(
      firms: (0..<count).map { k in
        Firm(
          "F\(k + 1)", knowledge: 1 + 0.1 * Double(k), opportunity: 4,
          marketAtRisk: 0.2, linearCost: 0.2, quadraticCost: 0.1)
      }, complementarity: .uniform(0.5))
    cluster.model.sharing = .firms
    cluster.model.reciprocity = 2
    cluster.model.curvature = curvature
    return cluster
  }
}
