import Networks
import TestSupport
import Testing

@Suite struct TriadsTests {
  /// In a complete network of equal ties p = 1/(n − 1): each partner is
  /// constrained by (p + (n − 2) p²)², and all but one are redundant.
  @Test func ofACompleteNetwork() throws {
    let triads = Triads(of: try .complete(6))
    #expect(triads.triangles == Array(repeating: 10, count: 6))
    #expect(triads.commonPartners.allSatisfy { $0 == 4 })
    let constraint = 5 * (0.2 + 4 * 0.04) * (0.2 + 4 * 0.04)
    for value in triads.constraint {
      #expect(relativeDistance(value ?? 0, constraint) < 1e-15)
    }
    for value in triads.effectiveSize {
      #expect(relativeDistance(value ?? 0, 5 - 5 * 4 * 0.2) < 1e-15)
    }
    #expect(triads.transitivity == 1)
    #expect(triads.tieStrengthOverlap == nil)
  }

  /// The centre of a star spans as many holes as it has partners.
  @Test func ofAStar() throws {
    let triads = Triads(of: try .star(5))
    #expect(triads.constraint == [0.25, 1, 1, 1, 1])
    #expect(triads.effectiveSize == [4, 1, 1, 1, 1])
    #expect(triads.localBridgeCount == 4)
    #expect(triads.localBridgeShare == 1)
    #expect(triads.clustering.allSatisfy { $0 == 0 })
  }

  /// Strong ties within two triangles, a weak one between them.
  @Test func strongTiesAreEmbedded() throws {
    let network = try DirectedNetwork(
      count: 6,
      links: [
        (0, 1, 3), (1, 2, 3), (2, 0, 3), (3, 4, 3), (4, 5, 3), (5, 3, 3),
        (2, 3, 1),
      ])
    let triads = Triads(of: network)
    #expect((triads.tieStrengthOverlap ?? 0) > 0.6)
    #expect(triads.localBridgeCount == 1)
    #expect(network.bridgeCount == 1)
  }

  /// Triangles are counted once each, as by trying all triples.
  @Test(arguments: 0..<5) func countsEachTriangleOnce(seed: UInt64) throws {
    let network = try DirectedNetwork.random(15, 0.25, seed: seed)
    let ties = network.ties
    var counts = Array(repeating: 0, count: 15)
    for i in 0..<15 {
      for j in 0..<i where ties.element(i, j) > 0 {
        for k in 0..<j
        where ties.element(i, k) > 0 && ties.element(j, k) > 0 {
          for node in [i, j, k] { counts[node] += 1 }
        }
      }
    }
    #expect(Triads(of: network).triangles == counts)
  }
}
