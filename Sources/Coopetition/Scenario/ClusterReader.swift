/// Reads the cluster that a scenario file describes.
struct ClusterReader {
  let file: ScenarioFile

  /// Every key of a scenario whose value is not a mapping of further keys.
  static let keys: [String] =
    ["name"] + Cluster.scalarKeys.map(\.path) + [
      "premium.shares", "firms", "complementarity", "rivalry", "access",
      "tiers.access", "policy.subsidy",
    ] + ScenarioSections.keys(of: .cluster)

  /// The cluster.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  func cluster() throws(ScenarioError) -> Cluster {
    guard file.kind == .cluster else {
      throw ScenarioError(
        file: file.name, "is a game of formulas, not a cluster of firms")
    }
    do {
      let root = ScenarioValue(node: file.document, place: nil)
      return try cluster(try root.values(of: Self.keys))
    } catch {
      throw error.inFile(file.name)
    }
  }

  private func cluster(
    _ values: [String: ScenarioValue]
  )
    throws(ScenarioError) -> Cluster
  {
    let name = try values["name"]?.text() ?? file.stem
    guard let firmsValue = values["firms"] else {
      throw ScenarioError(at: "firms", "is missing")
    }
    let (firms, index) = try FirmsReader(file: file).firms(firmsValue)
    var cluster = Cluster(unchecked: firms, name: name)
    for key in Cluster.scalarKeys {
      guard let value = values[key.path] else { continue }
      cluster[keyPath: key.property] = try value.number(key.range)
    }
    if let shares = values["premium.shares"] {
      cluster.premium.shares = try self.shares(shares)
      try cluster.premium.shares.validate(firmCount: firms.count)
    }
    if let subsidy = values["policy.subsidy"] {
      cluster.policy.subsidy = try self.subsidy(subsidy, firms.count)
    }
    let links = LinksReader(file: file, index: index)
    if let value = values["complementarity"] {
      cluster.complementarity = try links.links(value, .nonNegative)
    }
    if let value = values["rivalry"] {
      cluster.rivalry = try links.links(value, .nonNegative)
    }
    cluster.access = try AccessReader(links: links).access(
      values["access"], table: values["tiers.access"])
    try cluster.access.validate(firms: firms)
    return cluster
  }

  private func shares(
    _ value: ScenarioValue
  ) throws(ScenarioError)
    -> PremiumShares
  {
    switch value.node {
    case .scalar("equal", _): return .equal
    case .scalar("knowledge", _): return .knowledge
    case .list: return .fractions(try value.numbers(.nonNegative))
    default: throw value.mismatch("equal, knowledge or a list of numbers")
    }
  }

  private func subsidy(
    _ value: ScenarioValue, _ count: Int
  )
    throws(ScenarioError) -> Subsidy
  {
    guard case .list = value.node else {
      return .uniform(try value.number(.finite))
    }
    return .perFirm(try value.numbers(.finite, count: count))
  }
}
