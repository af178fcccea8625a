import TestSupport
import Testing

@testable import Coopetition

@Suite("States of clusters")
struct ClusterStateTests {
  static let seeds: [UInt64] = Array(0..<12)

  private func state(_ cluster: Cluster) throws -> ClusterState {
    try #require(StateSearch().state(of: SharingGame(cluster)))
  }

  private func small(_ seed: UInt64) throws -> Cluster {
    try RandomCluster(firms: 2...4).cluster(seed: seed)
  }

  @Test(
    "The parts add up to 1, and their enclosures hold them", arguments: seeds)
  func sum(seed: UInt64) throws {
    let state = try state(small(seed))
    #expect(abs(state.parts.reduce(0, +) - 1) < 1e-12)
    for (part, enclosure) in zip(state.parts, state.enclosures) {
      #expect(enclosure.lower <= part + 1e-9 && part <= enclosure.upper + 1e-9)
    }
    if state.equilibria == 1 { #expect(state.parts[1] == 0) }
    #expect(state.worst.welfare <= state.best.welfare)
    #expect(state.best.welfare <= state.optimum.welfare + 1e-9)
  }

  @Test("Imprecise choices are searched in log-odds", arguments: seeds)
  func noise(seed: UInt64) throws {
    var cluster = try small(seed)
    cluster.model.noise = 3e-4
    for i in cluster.firms.indices { cluster.firms[i].floor = 0 }
    let game = try cluster.playedGame()
    let found = game.equilibria(using: BranchAndPrune())
    let state = try #require(StateSearch().state(of: game))
    #expect(state.equilibria == found.equilibria.count)
    #expect(state.isComplete == found.isComplete)
  }

  @Test("The unit of money does not matter", arguments: seeds.prefix(6))
  func unit(seed: UInt64) throws {
    let cluster = try small(seed)
    var scaled = cluster
    let factor = 1000.0
    scaled.premium.value *= factor
    scaled.policy = Policy(
      subsidy: .perFirm(
        cluster.firms.indices.map {
          factor * cluster.policy.subsidy.rate(of: $0)
        }),
      price: .uniform(factor * cluster.policy.price.rate(of: 0)))
    for i in scaled.firms.indices {
      scaled.firms[i].opportunity *= factor
      scaled.firms[i].marketAtRisk *= factor
      scaled.firms[i].innovationCost *= factor
      scaled.firms[i].linearCost *= factor
      scaled.firms[i].quadraticCost *= factor
      scaled.firms[i].baseProfit *= factor
    }
    let (one, other) = (try state(cluster), try state(scaled))
    #expect(relativeDistance(one.parts, other.parts) < 1e-7)
    #expect(one.kind == other.kind)
  }

  @Test("The subsidy of the optimum leaves no dilemma", arguments: seeds)
  func implementation(seed: UInt64) throws {
    var cluster = try small(seed)
    cluster.policy.subsidy = .uniform(0)
    let game = try SharingGame(cluster)
    let optimum = game.socialOptimum()
    cluster.policy.subsidy = .perFirm(
      ImplementingSubsidy(game, implementing: optimum.levels).rates)
    let paid = try SharingGame(cluster)
    guard paid.stability(at: optimum.levels) != .unstable else { return }
    let state = try state(cluster)
    #expect(abs(state.parts[2]) < 1e-6)
  }

  @Test("Without a paid source nobody need share where sharing costs")
  func nobodyShares() throws {
    for path in InnovationPath.allCases {
      let state = try state(PathArchetype(path, firms: 6).cluster())
      #expect((state.parts[0] == 0) == (path != .introduced))
    }
  }

  @Test("The forces are the derivatives of payoffs and of welfare")
  func forces() throws {
    let cluster = try small(3)
    let game = try SharingGame(cluster)
    let levels = cluster.firms.map { 0.4 * $0.cap }
    let forces = game.forces(at: levels)
    let named = forces.channels.map(\.value).reduce(0, +)
    let own = game.pseudoGradient(at: levels).reduce(0, +)
    #expect(abs(named - own) < 1e-12 * max(1, abs(own)))
    let step = 1e-6
    let more = game.welfare(at: levels.map { $0 + step })
    let less = game.welfare(at: levels.map { $0 - step })
    let total = (more - less) / (2 * step)
    let transfers = forces.channels
      .filter { ["subsidy", "fees"].contains($0.name) }
      .reduce(0) { $0 + $1.value }
    #expect(abs(forces.others - (total - (own - transfers))) < 1e-5)
  }
}
