import Coopetition
import TestSupport
import Testing

/// Firms that differ in nothing but their names.
@Suite struct SymmetryTests {
  /// Alike firms, each linked with all others alike.
  private static func cluster(
    seed: UInt64, firms: ClosedRange<Int> = 2...4
  ) throws -> Cluster {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: firms, using: &random)
    var cluster = try RandomCluster(firms: count...count).cluster(seed: seed)
    cluster.policy = Policy()
    cluster.complementarity = .uniform(
      Double.random(in: 0.2...1, using: &random))
    cluster.rivalry = .uniform(Double.random(in: 0...0.5, using: &random))
    for k in cluster.firms.indices {
      let name = cluster.firms[k].name
      cluster.firms[k] = cluster.firms[0]
      cluster.firms[k].name = name
    }
    return cluster
  }

  /// What firms earn whatever is played makes them differ, and changes no
  /// equilibrium.
  @Test(arguments: 0..<60)
  func symmetryChangesNoAnswer(seed: UInt64) throws {
    let cluster = try Self.cluster(seed: seed)
    var marked = cluster
    for k in marked.firms.indices { marked.firms[k].baseProfit = Double(k) }
    #expect(
      try SharingGame(cluster).interchangeablePlayers
        == [Array(cluster.firms.indices)])
    #expect(try SharingGame(marked).interchangeablePlayers == [])
    let search = BranchAndPrune(boxLimit: 4_000)
    let alike = search.equilibria(of: try SharingGame(cluster))
    let usual = search.equilibria(of: try SharingGame(marked))
    for one in alike.equilibria where one.isProven {
      let game = try SharingGame(cluster)
      #expect(game.regret(at: one.levels).lower <= 1e-9)
    }
    guard usual.isComplete else { return }
    #expect(alike.isComplete)
    #expect(alike.equilibria.count == usual.equilibria.count)
    for (one, other) in zip(alike.equilibria, usual.equilibria) {
      #expect(relativeDistance(one.levels, other.levels) < 1e-9)
    }
  }

  /// Ten firms of the kind that had tens of thousands of undecided boxes.
  @Test func tenAlikeFirmsHaveThreeEquilibria() throws {
    var firm = Firm(
      "F", knowledge: 1.7318426275741494, absorptiveCapacity: 0.776,
      opportunity: 4.668671092771409, marketAtRisk: 0.506,
      irreplaceability: 0.5, innovationCost: 0, linearCost: 0.393,
      quadraticCost: 0.17969405851507375)
    let cluster = try Cluster(
      name: "ten alike",
      firms: (1...10).map {
        firm.name = "F\($0)"
        return firm
      }, environment: 1.573,
      model: InnovationModel(reciprocity: 1, curvature: 1.7),
      complementarity: .uniform(0.997), rivalry: .uniform(0.337))
    let game = try SharingGame(cluster)
    let found = BranchAndPrune(boxLimit: 1_000).equilibria(of: game)
    #expect(found.isComplete)
    #expect(found.equilibria.count == 3)
    for one in found.equilibria {
      #expect(one.isProven)
      #expect(game.regret(at: one.levels).upper < 1e-9)
    }
  }

  /// One thing that differs is enough.
  @Test func whatDiffersIsNotExchanged() throws {
    let cluster = try Self.cluster(seed: 1, firms: 4...4)
    func groups(_ change: (inout Cluster) -> Void) throws -> [[Int]] {
      var changed = cluster
      change(&changed)
      return try SharingGame(changed).interchangeablePlayers
    }
    #expect(try groups { _ in } == [[0, 1, 2, 3]])
    #expect(try groups { $0.firms[2].linearCost += 1e-9 } == [[0, 1, 3]])
    #expect(try groups { $0.firms[1].cap = 0.5 } == [[0, 2, 3]])
    #expect(
      try groups { $0.policy.subsidy = .perFirm([0.1, 0, 0, 0]) }
        == [[1, 2, 3]])
    var rows = [[Double]](repeating: [1, 1, 1, 1], count: 4)
    for k in 0..<4 { rows[k][k] = 0 }
    #expect(
      try groups { $0.complementarity = Links(rows: rows) } == [[0, 1, 2, 3]])
    rows[0][1] = 0.5
    #expect(try groups { $0.complementarity = Links(rows: rows) } == [[2, 3]])
    rows[1][0] = 0.5
    #expect(
      try groups { $0.rivalry = Links(rows: rows) } == [[0, 1], [2, 3]])
  }
}
