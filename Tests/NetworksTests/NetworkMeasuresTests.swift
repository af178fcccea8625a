import Networks
import TestSupport
import Testing

@Suite struct NetworkMeasuresTests {
  @Test func networksAreStored() {
    #expect(StoredNetwork.all.count == 30)
  }

  /// Every measure of a network agrees with the stored ones.
  @Test(arguments: StoredNetwork.all.indices)
  func agreesWithStoredNetworks(place: Int) throws {
    let stored = StoredNetwork.all[place]
    let network = try stored.directed
    let got = network.measures().network
    let paths = ShortestPaths(of: network)
    let values: [String: Double?] = [
      "links": Double(got.links), "pairs": Double(got.pairs),
      "density": got.density, "reciprocity": got.reciprocity,
      "components": Double(got.components.count),
      "largestComponent": got.components.largestShare,
      "strongComponents": Double(got.strongComponents.count),
      "largestStrongComponent": got.strongComponents.largestShare,
      "transitivity": got.transitivity, "meanClustering": got.meanClustering,
      "assortativity": got.assortativity,
      "largestCore": Double(got.largestCore),
      "meanPartners": got.meanPartners, "centralization": got.centralization,
      "strengthGini": got.strengthGini, "spectralRadius": got.spectralRadius,
      "longestShortestPath": Double(paths.longest),
      "reachableShare": paths.reachableShare.value,
      "bridges": Double(got.bridges),
      "localBridges": Double(got.localBridges),
      "localBridgeShare": got.localBridgeShare,
      "tieStrengthOverlap": got.tieStrengthOverlap,
    ]
    #expect(values.keys.sorted() == stored.network.keys.sorted())
    for (name, value) in values {
      expectAgreement(value, stored.network[name] ?? nil, name)
    }
  }

  /// Every measure of the nodes agrees with the stored ones.
  @Test(arguments: StoredNetwork.all.indices)
  func agreesWithStoredNodes(place: Int) throws {
    let stored = StoredNetwork.all[place]
    let network = try stored.directed
    let got = network.measures().nodes
    let paths = ShortestPaths(of: network)
    let values: [String: [Double?]] = [
      "providesTo": got.providesTo.map(Double.init),
      "usesOf": got.usesOf.map(Double.init),
      "strengthOut": got.strengthOut, "strengthIn": got.strengthIn,
      "partners": got.partners.map(Double.init), "pageRank": got.pageRank,
      "katz": got.katz, "betweenness": paths.betweenness.values,
      "closeness": paths.closeness.values, "clustering": got.clustering,
      "core": got.core.map(Double.init), "constraint": got.constraint,
      "effectiveSize": got.effectiveSize,
    ]
    #expect(values.keys.sorted() == stored.nodes.keys.sorted())
    for (name, column) in values {
      let expected = stored.nodes[name] ?? []
      #expect(column.count == expected.count)
      for (value, wanted) in zip(column, expected) {
        expectAgreement(value, wanted, name)
      }
    }
  }

  private func expectAgreement(
    _ value: Double?, _ expected: Double?, _ name: String
  ) {
    if let value, let expected {
      #expect(relativeDistance(value, expected) <= 1e-12, "\(name)")
    } else {
      #expect(value == nil && expected == nil, "\(name)")
    }
  }

  /// Renaming nodes renames their measures.
  @Test func followsTheNodes() throws {
    let network = try DirectedNetwork.random(12, 0.3, seed: 4)
    let order = (0..<12).map { ($0 * 5 + 3) % 12 }
    var links: [(Int, Int, Double)] = []
    for i in 0..<12 {
      for (j, weight) in network.outgoing[row: i] {
        links.append((order[i], order[j], weight))
      }
    }
    let renamed = try DirectedNetwork(count: 12, links: links)
    let (a, b) = (network.measures().nodes, renamed.measures().nodes)
    for i in 0..<12 {
      #expect(relativeDistance(a.pageRank[i], b.pageRank[order[i]]) < 1e-13)
      #expect(relativeDistance(a.katz[i], b.katz[order[i]]) < 1e-12)
      #expect(a.core[i] == b.core[order[i]])
    }
  }

  @Test func ofNothing() throws {
    let empty = try DirectedNetwork(count: 0, links: [(Int, Int)]())
    let measures = empty.measures()
    #expect(measures.network.components.count == 0)
    #expect(measures.nodes.pageRank.isEmpty)
    #expect(ShortestPaths(of: empty).betweenness.values.isEmpty)
  }
}
