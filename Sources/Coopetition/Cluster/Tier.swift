/// How hard a firm's own information is to get elsewhere.
///
/// The tier sets the default irreplaceability of a firm and, with
/// ``Access/tiers(_:)``, what it may use of the others' knowledge.
public enum Tier: String, Sendable, CaseIterable {
  /// Nobody else has what the firm knows.
  case core
  /// Some of what the firm knows can be had elsewhere.
  case ordinary
  /// Anybody has what the firm knows.
  case general

  /// The irreplaceability of a firm of this tier: 1, 0.5 and 0.
  public var irreplaceability: Double {
    switch self {
    case .core: 1
    case .ordinary: 0.5
    case .general: 0
    }
  }
}
