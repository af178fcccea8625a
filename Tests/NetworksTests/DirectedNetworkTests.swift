import LinearAlgebra
import Networks
import TestSupport
import Testing

@Suite struct DirectedNetworkTests {
  /// Zero weights and links to oneself do not exist.
  @Test func dropsWhatIsNoLink() throws {
    let network = try DirectedNetwork(
      count: 3, links: [(0, 0, 5), (0, 1, 0), (1, 2, 2), (2, 1, 3)])
    #expect(network.linkCount == 2)
    #expect(network.pairCount == 1)
    #expect(network.ties.element(1, 2) == 5)
    #expect(network.ties.element(2, 1) == 5)
    #expect(network.outgoing.element(2, 1) == 3)
  }

  @Test func degrees() throws {
    let star = try DirectedNetwork.star(5)
    #expect(star.outDegrees == [4, 0, 0, 0, 0])
    #expect(star.inDegrees == [0, 1, 1, 1, 1])
    #expect(star.partnerCounts == [4, 1, 1, 1, 1])
    #expect(star.centralization == 1)
    #expect(star.reciprocity == 0)
    #expect(try DirectedNetwork.complete(4).reciprocity == 1)
    #expect(try DirectedNetwork.complete(4).density == 1)
  }

  /// A clique with a tail: the clique is a 3-core.
  @Test func cores() throws {
    let links = [
      (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5),
    ]
    let network = try DirectedNetwork(count: 7, links: links)
    #expect(network.coreNumbers == [3, 3, 3, 3, 1, 1, 0])
    #expect(network.bridgeCount == 2)
    #expect(ConnectedComponents.weak(of: network).sizes == [6, 1])
    #expect(ConnectedComponents.strong(of: network).count == 7)
  }

  /// A core is what is left when all with fewer partners have gone.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func coresAreWhatIsLeft(seed: UInt64) throws {
    let network = try DirectedNetwork.random(
      50, 0.02 * Double(seed + 1), seed: seed)
    var cores = Array(repeating: 0, count: 50)
    var left = Set(0..<50)
    for k in 1...50 {
      while let node = left.first(where: { node in
        network.ties[row: node].count { left.contains($0.column) } < k
      }) {
        left.remove(node)
      }
      for node in left { cores[node] = k }
    }
    #expect(network.coreNumbers == cores)
  }

  /// One provider of n has everything: the coefficient is (n − 1)/n.
  @Test func inequality() throws {
    #expect(abs(try DirectedNetwork.star(5).strengthGini - 0.8) < 1e-15)
    #expect(try DirectedNetwork.ring(5).strengthGini == 0)
  }

  @Test func assortativity() throws {
    #expect(try DirectedNetwork.ring(5).assortativity == nil)
    let star = try DirectedNetwork.star(5)
    #expect(abs((star.assortativity ?? 0) + 1) < 1e-15)
  }

  /// Long chains need no stack.
  @Test func longChains() throws {
    let chain = try DirectedNetwork(
      count: 100_000, links: (1..<100_000).map { ($0 - 1, $0) })
    #expect(chain.bridgeCount == 99_999)
    #expect(ConnectedComponents.weak(of: chain).count == 1)
  }
}
