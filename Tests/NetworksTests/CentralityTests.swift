import Networks
import TestSupport
import Testing

@Suite struct CentralityTests {
  /// All nodes of a ring are alike; Katz is 1/(1 − ½).
  @Test func ofARing() throws {
    let ring = try DirectedNetwork.ring(9)
    #expect(PageRank()(ring).allSatisfy { abs($0 - 1.0 / 9) < 1e-15 })
    let radius = ring.spectralRadius.value
    #expect(abs(radius - 1) < 1e-14)
    let katz = KatzCentrality()(ring, spectralRadius: radius)
    #expect(katz.allSatisfy { abs($0 - 2) < 1e-13 })
  }

  /// A chain has no cycle, hence radius 0.
  @Test func ofAChain() throws {
    let chain = try DirectedNetwork(count: 4, links: [(0, 1), (1, 2), (2, 3)])
    #expect(chain.spectralRadius.upper == 0)
    #expect(KatzCentrality()(chain, spectralRadius: 0) == [1, 1, 1, 1])
  }

  @Test func ranksAddUpToOne() throws {
    for seed in 0..<5 {
      let network = try DirectedNetwork.random(25, 0.1, seed: UInt64(seed))
      #expect(abs(PageRank()(network).reduce(0, +) - 1) < 1e-14)
    }
  }

  /// Ranks are what a step of the walk makes of them, whoever stops or not.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func ranksAreAtRest(seed: UInt64) throws {
    let network = try DirectedNetwork.random(
      40, seed % 2 == 0 ? 0.04 : 0.2, seed: seed)
    let rank = PageRank()(network)
    let given = network.outStrengths
    let idle = (0..<40).reduce(0) { $0 + (given[$1] == 0 ? rank[$1] : 0) }
    for i in 0..<40 {
      let walk = network.incoming[row: i].reduce(0) {
        $0 + $1.value * rank[$1.column] / given[$1.column]
      }
      let next = (0.15 + 0.85 * idle) / 40 + 0.85 * walk
      #expect(relativeDistance(rank[i], next) < 1e-13)
    }
  }

  /// Without damping every node is as likely.
  @Test func ofJumpsOnly() throws {
    let star = try DirectedNetwork.star(5)
    #expect(PageRank(damping: 0)(star) == [0.2, 0.2, 0.2, 0.2, 0.2])
  }
}
