/// The measures of each node of a network, in the order of the nodes.
public struct NodeMeasures: Sendable {
  /// To how many nodes it provides.
  public let providesTo: [Int]
  /// Of how many nodes it uses something.
  public let usesOf: [Int]
  /// The weights of the links from it.
  public let strengthOut: [Double]
  /// The weights of the links to it.
  public let strengthIn: [Double]
  /// The number of its partners.
  public let partners: [Int]
  /// See ``PageRank``.
  public let pageRank: [Double]
  /// See ``KatzCentrality``.
  public let katz: [Double]
  /// See ``Triads/clustering``.
  public let clustering: [Double]
  /// See ``DirectedNetwork/coreNumbers``.
  public let core: [Int]
  /// See ``Triads/constraint``.
  public let constraint: [Double?]
  /// See ``Triads/effectiveSize``.
  public let effectiveSize: [Double?]
}
