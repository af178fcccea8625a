/// What an alliance is for; each kind presets ``AllianceTerms``.
///
/// The presets are conventions, printed with every result.
public enum AllianceKind: String, CaseIterable, Sendable {
  /// A joint laboratory: results are open to members, there is one plan and
  /// one purse (Kamien, Muller and Zang, American Economic Review 82, 1992).
  case research
  /// Common formats: usable by all members, cheaper to disclose.
  case standard
  /// Suppliers and customers adapt to each other's knowledge.
  case chain
  /// Joint selling: a member's gain costs the others less.
  case market
  /// Codes, trust and their enforcement: less leaks.
  case rules
  /// Deciding together, and nothing else.
  case none

  /// The terms of the kind.
  public var terms: AllianceTerms {
    var terms = AllianceTerms()
    switch self {
    case .research: (terms.access, terms.isPooling) = (1, true)
    case .standard:
      (terms.decidesJointly, terms.access, terms.cost) = (false, 1, 0.5)
    case .chain: (terms.decidesJointly, terms.complementarity) = (false, 1.5)
    case .market: terms.rivalry = 0.5
    case .rules: (terms.decidesJointly, terms.leakage) = (false, 0.5)
    case .none: break
    }
    return terms
  }
}
