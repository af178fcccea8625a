/// The measures of a network as a whole.
public struct NetworkMeasures: Sendable {
  /// The number of nodes.
  public let nodes: Int
  /// The number of links.
  public let links: Int
  /// The number of pairs of partners.
  public let pairs: Int
  /// See ``DirectedNetwork/density``.
  public let density: Double
  /// See ``DirectedNetwork/reciprocity``.
  public let reciprocity: Double
  /// The parts without directions.
  public let components: ConnectedComponents
  /// The parts along the links.
  public let strongComponents: ConnectedComponents
  /// See ``Triads/transitivity``.
  public let transitivity: Double
  /// See ``Triads/meanClustering``.
  public let meanClustering: Double
  /// See ``DirectedNetwork/assortativity``.
  public let assortativity: Double?
  /// The largest core number.
  public let largestCore: Int
  /// The mean number of partners.
  public let meanPartners: Double
  /// See ``DirectedNetwork/centralization``.
  public let centralization: Double
  /// See ``DirectedNetwork/strengthGini``.
  public let strengthGini: Double
  /// See ``DirectedNetwork/spectralRadius``.
  public let spectralRadius: Double
  /// See ``DirectedNetwork/bridgeCount``.
  public let bridges: Int
  /// See ``Triads/localBridgeCount``.
  public let localBridges: Int
  /// See ``Triads/localBridgeShare``.
  public let localBridgeShare: Double
  /// See ``Triads/tieStrengthOverlap``.
  public let tieStrengthOverlap: Double?
}
