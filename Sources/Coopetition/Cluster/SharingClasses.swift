/// For whom a firm can set its sharing level apart (`model.sharing`).
public enum SharingClasses: String, Sendable, CaseIterable {
  /// One level for everybody.
  case uniform
  /// One for each tier of receivers.
  case tiers
  /// One for each partner.
  case firms

  /// Whom a level is for.
  var noun: String {
    switch self {
    case .uniform: "firm"
    case .tiers: "tier"
    case .firms: "partner"
    }
  }
}
