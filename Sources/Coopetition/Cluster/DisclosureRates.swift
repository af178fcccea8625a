import LinearAlgebra

/// Payments per unit of the level that a firm sets for a class of partners, of
/// clusters in which firms do so (`model.sharing`).
public enum DisclosureRates: Sendable, Hashable {
  /// For each firm a rate of the level towards core, ordinary and general
  /// partners, where levels are set by tier.
  case tiers([[Double]])
  /// The rate of the level of the row's firm towards the column's, where levels
  /// are set by partner.
  case partners(Links)

  /// The rate of a firm's level for a class.
  ///
  /// - Parameters:
  ///   - firm: The firm.
  ///   - kind: The partner or the place of the tier; −1 for the cluster at
  ///     large, whose rate is the mean over the tiers, and 0 by partner.
  /// - Returns: The rate.
  func rate(of firm: Int, towards kind: Int) -> Double {
    switch self {
    case .tiers(let rows):
      kind < 0
        ? rows[firm].reduce(0) { $0 + $1 / Double(rows[firm].count) }
        : rows[firm][kind]
    case .partners(let links): kind < 0 ? 0 : links.weight(firm, kind)
    }
  }

  /// Whose levels the rates are for.
  var sharing: SharingClasses {
    switch self {
    case .tiers: .tiers
    case .partners: .firms
    }
  }

  /// The rates of some firms among each other.
  func restricted(to firms: [Int]) -> DisclosureRates {
    switch self {
    case .tiers(let rows): .tiers(firms.map { rows[$0] })
    case .partners(let links): .partners(links.restricted(to: firms))
    }
  }

  /// Throws unless the rates fit the firms and are in a range.
  func validate(
    firmCount: Int, range: AdmissibleRange, at place: String
  ) throws(ScenarioError) {
    switch self {
    case .partners(let links):
      try links.validate(firmCount: firmCount, range: range, at: place)
    case .tiers(let rows):
      guard rows.count == firmCount else {
        throw .wrongCount(rows.count, of: "row", firmCount, at: place)
      }
      for (i, row) in rows.enumerated() {
        try Rates.perFirm(row).validate(
          firmCount: Tier.allCases.count, range: range, at: "\(place)[\(i)]")
      }
    }
  }
}
