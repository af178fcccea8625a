import Reports

/// Reads who may use what is disclosed.
struct AccessReader {
  let links: LinksReader

  /// The access that a scenario gives, `full` when it gives none. What was
  /// ignored is added to the notes.
  func access(
    _ value: ScenarioValue?, table: ScenarioValue?, notes: inout [String]
  )
    throws(ScenarioError) -> Access
  {
    if case .scalar("tiers", _) = value?.node {
      guard let table else { return .tiers(.standard) }
      return .tiers(
        TierAccess(
          rows: try table.rows(
            of: Tier.allCases.count, .unit, count: Tier.allCases.count)))
    }
    if let table {
      throw ScenarioError(at: table.place, "is given, but access is not tiers")
    }
    guard let value else { return .full }
    if case .scalar("full", _) = value.node { return .full }
    do {
      return .links(try links.links(value, .unit, notes: &notes))
    } catch {
      guard case .scalar(let word, _) = value.node, error.file == nil,
        let nearest = NearestKey.nearest(to: word, among: ["full", "tiers"])
      else { throw error }
      throw ScenarioError(
        at: error.place, "\(error.message); did you mean \(nearest)?")
    }
  }
}
