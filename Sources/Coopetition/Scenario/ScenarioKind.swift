/// What kind of game a scenario file describes.
public enum ScenarioKind: Sendable {
  /// The standard sharing game of a cluster: the key `firms`.
  case cluster
  /// A game of one's own, its payoffs written as formulas: the key `game`.
  case formulas
  /// Yearly figures and judgements alone: the key `diagnosis` without firms
  /// and without a game.
  case figures
  /// What coalitions of players are worth: the key `worths`.
  case worths

  /// The kind of a document, told by its keys.
  init(_ document: DocumentNode) throws(ScenarioError) {
    guard case .mapping = document else {
      throw ScenarioValue(node: document, place: nil)
        .mismatch("a mapping with the key firms (or game)")
    }
    if document["firms"] != nil {
      self = .cluster
    } else if document["game"] != nil {
      self = .formulas
    } else if document["worths"] != nil {
      self = .worths
    } else {
      self = document["diagnosis"] != nil ? .figures : .cluster
    }
  }
}
