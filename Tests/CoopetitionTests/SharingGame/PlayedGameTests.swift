import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

/// The games with best responses that firms play under `model.choice` and
/// `model.noise`.
@Suite struct PlayedGameTests {
  private static let chain = """
    firms:
    - {name: A, opportunity: 1.5, cost: {linear: 0.3}}
    - {name: B, knowledge: 2, opportunity: 1.2, cost: {linear: 0.35}}
    - {name: C, opportunity: 1.3, cap: 0.7, cost: {linear: 0.25}}
    - {name: D, opportunity: 1.1, cost: {linear: 0.3}}
    """

  private static func cluster(_ model: String) throws -> Cluster {
    try Cluster(
      yaml: chain + """

        model: {reciprocity: 2, \(model)}
        complementarity: {uniform: 0.6}
        rivalry: {uniform: 0.1}
        """)
  }

  /// The gain of a firm by sharing everything, per cap its marginal payoff.
  private static func gain(
    of i: Int, in game: SharingGame, at levels: [Double]
  ) -> Double {
    let cap = game.strategies.upperBounds[i]
    func payoff(_ level: Double) -> Double {
      var levels = levels
      levels[i] = level
      return game.payoffs(at: levels)[i]
    }
    guard game.cluster.model.choice == .all else {
      let own = levels[i]
      return cap * (payoff(own + 1e-6) - payoff(own - 1e-6)) / 2e-6
    }
    return payoff(cap) - payoff(0)
  }

  @Test(arguments: ["noise: 0.1", "choice: all, noise: 0.1"])
  func sweepsRestAtLogitEquilibria(model: String) throws {
    let cluster = try Self.cluster(model)
    let sharing = try SharingGame(cluster)
    let game = try cluster.playedGame()
    for end in EquilibriumEnd.allCases {
      let levels = end.levels(of: game)
      for i in levels.indices {
        let cap = cluster.firms[i].cap
        let odds = Double.log(levels[i] / (cap - levels[i]))
        let gain = Self.gain(of: i, in: sharing, at: levels)
        #expect(abs(gain - 0.1 * odds) < 1e-6)
      }
    }
  }

  /// The best and the worst are the ends of more and of less welfare.
  @Test func bestAndWorstAreEnds() throws {
    var differing = 0
    for seed in 0..<20 as Range<UInt64> {
      let game = try RandomCluster(firms: 2...4).cluster(seed: seed)
        .playedGame()
      func welfare(_ end: EquilibriumEnd) -> Double {
        game.welfare(at: end.levels(of: game))
      }
      let ends = [welfare(.highest), welfare(.lowest)]
      #expect(welfare(.best) == ends.max())
      #expect(welfare(.worst) == ends.min())
      if ends[0] != ends[1] { differing += 1 }
    }
    #expect(differing > 0)
  }

  /// What all or nothing changes with what others do, by differences of payoffs
  /// and of slopes, also within enclosures.
  @Test func slopesOfAllOrNothingAreDifferences() throws {
    var cluster = try Self.cluster("choice: all, stealing: 0.2")
    cluster.premium.value = 0.4
    let game = WithholdingGame(try SharingGame(cluster))
    let (levels, step) = ([0.3, 0.8, 0.5, 0], 1e-6)
    for firm in levels.indices {
      let own = levels[firm]
      var seen = Aggregates<Double>()
      for (k, aggregate) in game.aggregates.enumerated() {
        seen[k] = aggregate.value(of: firm, at: levels)
      }
      func moved(_ k: Int, _ step: Double) -> Aggregates<Double> {
        var moved = seen
        moved[k] += step
        return moved
      }
      func difference(
        _ value: (_ step: Double) -> Double
      ) -> Double { (value(step) - value(-step)) / (2 * step) }
      let slopes = game.aggregateSlopes(
        of: firm, own: own, aggregates: seen)
      let expanded = game.expandedAggregateSlopes(
        of: firm, own: own, aggregates: seen)
      let enclosed = game.expandedAggregateSlopes(
        of: firm, own: Interval(own),
        aggregates: seen.map { Interval($0) })
      for k in game.aggregates.indices {
        let slope = difference {
          game.payoff(of: firm, own: own, aggregates: moved(k, $0))
        }
        #expect(abs(slopes[k] - slope) < 1e-8)
        #expect(expanded[k].value == slopes[k])
        #expect(abs(enclosed[k].value.midpoint - slopes[k]) < 1e-12)
        let change = difference {
          game.aggregateSlopes(of: firm, own: own + $0, aggregates: seen)[k]
        }
        #expect(abs(expanded[k].own - change) < 1e-8)
        #expect(abs(enclosed[k].own.midpoint - expanded[k].own) < 1e-12)
        for l in game.aggregates.indices {
          let bend = difference {
            game.aggregateSlopes(
              of: firm, own: own, aggregates: moved(l, $0))[k]
          }
          #expect(abs(expanded[k].aggregates[l] - bend) < 1e-8)
          #expect(
            abs(
              enclosed[k].aggregates[l].midpoint - expanded[k].aggregates[l])
              < 1e-12)
        }
      }
    }
  }

  @Test func sweepsOfAllOrNothingRestAtPureEquilibria() throws {
    let cluster = try Self.cluster("choice: all")
    let sharing = try SharingGame(cluster)
    let game = try cluster.playedGame()
    let (low, high) = (
      EquilibriumEnd.lowest.levels(of: game),
      EquilibriumEnd.highest.levels(of: game)
    )
    #expect(low == [0, 0, 0, 0])
    #expect(high == [1, 1, 0.7, 1])
    for levels in [low, high] {
      for i in levels.indices {
        let gain = Self.gain(of: i, in: sharing, at: levels)
        #expect(levels[i] > 0 ? gain >= 0 : gain <= 0)
      }
    }
  }

  /// Who leaves takes along what the others gain from it, in the game that is
  /// played.
  @Test(arguments: ["choice: all", "noise: 0.1", "choice: all, noise: 0.1"])
  func exitsAreOfTheGameThatIsPlayed(model: String) throws {
    let cluster = try Self.cluster(model)
    let analysis = try ExitStudy().exits(from: cluster)
    let game = try cluster.playedGame()
    #expect(analysis.levels == EquilibriumEnd.highest.levels(of: game))
    for exit in analysis.exits {
      let rest = try cluster.removing(Set(exit.firms)).playedGame()
      let levels = EquilibriumEnd.highest.levels(of: rest)
      let loss = game.welfare(at: analysis.levels) - rest.welfare(at: levels)
      #expect(abs(exit.welfareLoss - loss) < 1e-12)
    }
  }

  /// A set that tips does so in the game that is played: released, everybody
  /// stays at the highest equilibrium.
  @Test(arguments: ["choice: all", "choice: all, noise: 0.03"])
  func seedingTipsTheGameThatIsPlayed(model: String) throws {
    let cluster = try Self.cluster(model)
    let analysis = try SeedingStudy().seeding(of: cluster)
    let set = try #require(analysis.smallest?.one)
    #expect(!set.isEmpty)
    let game = try cluster.playedGame()
    var start = analysis.lowest
    for firm in set { start[firm] = cluster.firms[firm].cap }
    let up = game.committing(set).rest(from: start)
    for firm in set { #expect(up[firm] == cluster.firms[firm].cap) }
    let end = game.rest(from: up)
    #expect(zip(end, analysis.highest).allSatisfy { abs($0 - $1) < 1e-7 })
  }

  /// Networks are worth what is played and earned in them.
  @Test(arguments: ["choice: all", "noise: 0.1"])
  func networksAreOfTheGameThatIsPlayed(model: String) throws {
    let cluster = try Self.cluster(model)
    let formation = try #require(
      try NetworkEnumeration().networks(
        of: cluster,
        Linking(costs: cluster.firms.map { _ in 0.05 }, start: .empty)))
    let full = formation.levels.count - 1
    let game = try cluster.playedGame()
    let levels = EquilibriumEnd.highest.levels(of: game)
    #expect(
      zip(formation.levels[full], levels).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(
      abs(
        formation.table.welfare[full]
          - (game.welfare(at: levels) - 12 * 0.05)) < 1e-9)
  }
}
