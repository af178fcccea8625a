/// For whom a firm can set its sharing level apart (`model.sharing`).
public enum SharingClasses: String, Sendable, CaseIterable {
  /// One level for everybody.
  case uniform
  /// One for each tier of receivers.
  case tiers
  /// One for each partner.
  case firms
}
