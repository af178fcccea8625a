/// What a member of a cluster is.
public enum FirmRole: String, CaseIterable, Sendable {
  /// A firm, which competes.
  case firm
  /// A university.
  case university
  /// A research institute.
  case institute

  /// The market value at risk where none is given: whoever sells nothing loses
  /// nothing to those who learn from it.
  var marketAtRisk: Double { self == .firm ? 1 : 0 }

  /// The roles, for messages.
  static let names = "firm, university or institute"
}
