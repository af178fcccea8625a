import Equilibria
import Games

extension Cluster {
  /// The games of directed sharing that differ in one number of the cluster.
  ///
  /// - Parameters:
  ///   - parameter: The number.
  ///   - range: The values that it is to take, each admissible.
  /// - Returns: The family.
  /// - Throws: an error that names the parameter if it changes who exchanges
  ///   with whom: levels then have other meanings.
  func directedFamily(
    varying parameter: ClusterParameter, over range: ClosedRange<Double>
  ) throws(ScenarioError) -> ScenarioFamily {
    let (first, last) = (
      with(parameter, at: range.lowerBound),
      with(parameter, at: range.upperBound)
    )
    guard first.partners == last.partners else {
      throw ScenarioError(
        at: parameter.path,
        "\(range.lowerBound.shortDescription) changes who are partners; start "
          + "above it")
    }
    // A factor multiplies the links of this cluster; another number may be 0 in
    // it.
    let graph = ParametricDirectedGame(
      partners == last.partners ? self : last,
      varying: parameter.numbers(in: self), over: [range])
    let bounds = graph.model.movingBounds(of: graph.owners, parameters: 1)
    return ScenarioFamily(
      GameFamily(graph: graph, bounds: bounds) {
        DirectedSharingGame(SharingData(with(parameter, at: $0[0])))
      })
  }

  /// Whether another value of a parameter changes who are partners, so that
  /// nothing has a derivative in it.
  func movesPartners(_ parameter: ClusterParameter) -> Bool {
    guard model.sharing != .uniform, parameter.value(in: self) == 0,
      parameter.range.contains(1)
    else { return false }
    return with(parameter, at: 1).partners != partners
  }

  /// The partners of each firm, one after the other, and where they start.
  private var partners: [[Int]] {
    let links = DirectedLinks(SharingData(self))
    return [links.starts, links.partners]
  }
}
