import Coopetition
import LinearAlgebra
import TestSupport
import Testing

@Suite struct SharingDataTests {
  /// A cluster of so many links that their products are not computed.
  private func largeCluster(hasTiers: Bool) throws -> Cluster {
    try ClusterGenerator(
      firms: 110_000, degree: 10, kind: .regional, seed: 3, hasTiers: hasTiers
    ).cluster()
  }

  @Test(arguments: [false, true])
  func flowsOfALargeClusterShareItsLinks(hasTiers: Bool) throws {
    let cluster = try largeCluster(hasTiers: hasTiers)
    guard case .network(let links) = cluster.complementarity,
      case .scaled(let flows) = SharingData(cluster).flows
    else {
      Issue.record("a large cluster keeps the factors of its flows apart")
      return
    }
    #expect(flows.links == links)
    for i in stride(from: 0, to: cluster.firms.count, by: 9_973) {
      let firm = cluster.firms[i]
      for (j, weight) in links[row: i] {
        let other = cluster.firms[j]
        var right = 1.0
        if let receiver = firm.tier, let provider = other.tier {
          right = TierAccess.standard[receiver: receiver, provider: provider]
        }
        let flow =
          firm.absorptiveCapacity * weight * right * other.knowledge
        #expect(abs(flows.element(i, j) - flow) <= 1e-15 * flow)
      }
    }
  }

  @Test func aLargeClusterHasTheEquilibriumOfItsProducts() throws {
    let cluster = try largeCluster(hasTiers: true)
    let game = try SharingGame(cluster)
    let sweeps = BestResponseSweeps(tolerance: 1e-10)
    let found = game.solve(sweeps)
    #expect(found.termination == .converged)
    #expect(found.residual <= 1e-10)
    // The marginal payoffs at interior levels vanish, by another path.
    let gradient = game.pseudoGradient(at: found.levels)
    for (level, marginal) in zip(found.levels, gradient)
    where level > 0 && level < 1 {
      #expect(abs(marginal) < 1e-8)
    }
  }
}
