/// Who may use what is disclosed: τ_ij is the right of firm i to use what
/// firm j discloses.
public enum Access: Sendable, Hashable {
  /// Every firm may use everything.
  case full
  /// The tiers of the two firms decide; every firm then needs a tier.
  case tiers(TierAccess)
  /// A right in [0, 1] for each pair.
  case links(Links)

  /// The right of a firm to use what another discloses.
  ///
  /// - Precondition: the firms have tiers where tiers decide.
  /// - Complexity: O(1); O(log k) for a network of k links in the row.
  public func right(
    of receiver: Int, to provider: Int, among firms: [Firm]
  ) -> Double {
    switch self {
    case .full: return 1
    case .links(let links): return links.weight(receiver, provider)
    case .tiers(let table):
      guard let mine = firms[receiver].tier, let theirs = firms[provider].tier
      else { preconditionFailure("access by tiers needs tiers") }
      return table[receiver: mine, provider: theirs]
    }
  }

  /// The same rights without stored elements on the diagonal.
  func withoutDiagonal() -> Access {
    guard case .links(let links) = self else { return self }
    return .links(links.withoutDiagonal())
  }

  /// Throws unless the rights fit the firms.
  func validate(firms: [Firm]) throws(ScenarioError) {
    switch self {
    case .full: break
    case .links(let links):
      try links.validate(firmCount: firms.count, range: .unit, at: "access")
    case .tiers(let table):
      try table.validate()
      if let index = firms.firstIndex(where: { $0.tier == nil }) {
        throw ScenarioError(
          at: "firms[\(index)].tier", "is missing; access by tiers needs it")
      }
    }
  }
}
