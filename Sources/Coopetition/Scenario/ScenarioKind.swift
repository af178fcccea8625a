/// What kind of game a scenario file describes.
public enum ScenarioKind: Sendable {
  /// The standard sharing game of a cluster: the key `firms`.
  case cluster
  /// A game of one's own, its payoffs written as formulas: the key `game`.
  case formulas

  /// The kind of a document, told by its keys.
  init(_ document: DocumentNode) throws(ScenarioError) {
    guard case .mapping = document else {
      throw ScenarioValue(node: document, place: nil)
        .mismatch("a mapping with the key firms (or game)")
    }
    self =
      document["game"] != nil && document["firms"] == nil
      ? .formulas : .cluster
  }
}
