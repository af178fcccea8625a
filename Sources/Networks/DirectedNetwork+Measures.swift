extension DirectedNetwork {
  /// Every measure but those of shortest paths, which ``ShortestPaths`` has.
  ///
  /// - Complexity: O(links) a product or pass, O(ties^1.5) for triangles, and
  ///   the products that the spectral radius, Katz and PageRank take.
  public func measures() -> (network: NetworkMeasures, nodes: NodeMeasures) {
    let triads = Triads(of: self)
    let radius = spectralRadius.value
    let cores = coreNumbers
    return (
      networkMeasures(triads, cores: cores, radius: radius),
      nodeMeasures(triads, cores: cores, radius: radius)
    )
  }

  private func nodeMeasures(
    _ triads: Triads, cores: [Int], radius: Double
  ) -> NodeMeasures {
    NodeMeasures(
      providesTo: outDegrees, usesOf: inDegrees, strengthOut: outStrengths,
      strengthIn: inStrengths, partners: partnerCounts,
      pageRank: PageRank()(self),
      katz: KatzCentrality()(self, spectralRadius: radius),
      clustering: triads.clustering, core: cores,
      constraint: triads.constraint, effectiveSize: triads.effectiveSize)
  }

  private func networkMeasures(
    _ triads: Triads, cores: [Int], radius: Double
  ) -> NetworkMeasures {
    NetworkMeasures(
      nodes: nodeCount, links: linkCount, pairs: pairCount,
      density: density, reciprocity: reciprocity,
      components: .weak(of: self), strongComponents: .strong(of: self),
      transitivity: triads.transitivity,
      meanClustering: triads.meanClustering, assortativity: assortativity,
      largestCore: cores.max() ?? 0,
      meanPartners: nodeCount > 0
        ? Double(ties.nonzeroCount) / Double(nodeCount) : 0,
      centralization: centralization, strengthGini: strengthGini,
      spectralRadius: radius, bridges: bridgeCount,
      localBridges: triads.localBridgeCount,
      localBridgeShare: triads.localBridgeShare,
      tieStrengthOverlap: triads.tieStrengthOverlap)
  }
}
