/// Reads the cluster that a scenario file describes.
struct ClusterReader {
  let file: ScenarioFile

  /// Every key of a scenario whose value is not a mapping of further keys.
  static let keys: [String] =
    ["name"] + Cluster.scalarKeys.map(\.path)
    + Cluster.rateFamilies.map(\.path) + [
      "model.sharing", "premium.shares", "firms", "complementarity", "rivalry",
      "access", "tiers.access", "platform.operator", "model.choice",
    ] + ScenarioSections.keys(of: .cluster)

  /// The cluster, and notes for the user on what was ignored.
  ///
  /// - Throws: the first thing that is wrong, with its file and place.
  func read() throws(ScenarioError) -> (cluster: Cluster, notes: [String]) {
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
    throws(ScenarioError) -> (cluster: Cluster, notes: [String])
  {
    let name = try values["name"]?.text() ?? file.stem
    guard let firmsValue = values["firms"] else {
      throw ScenarioError(at: "firms", "is missing")
    }
    let list = try FirmsReader(file: file).firms(firmsValue)
    let (firms, index) = (list.firms, list.index)
    var cluster = Cluster(unchecked: firms, name: name)
    for key in Cluster.scalarKeys {
      guard let value = values[key.path] else { continue }
      cluster[keyPath: key.property] = try value.number(key.range)
    }
    cluster.model.choice =
      try values["model.choice"]?.word(SharingMode.self) ?? .level
    cluster.model.sharing =
      try values["model.sharing"]?.word(SharingClasses.self) ?? .uniform
    if let shares = values["premium.shares"] {
      cluster.premium.shares = try self.shares(shares)
      try cluster.premium.shares.validate(firmCount: firms.count)
    }
    let links = LinksReader(file: file, index: index)
    var notes = list.notes
    let classes = DisclosureRatesReader(
      links: LinksReader(file: file, index: index, rowsDisclose: true),
      sharing: cluster.model.sharing)
    for family in Cluster.rateFamilies {
      guard let value = values[family.path] else { continue }
      if let property = family.disclosures,
        let rates = try classes.rates(value, family.range, notes: &notes)
      {
        cluster[keyPath: property] = rates
      } else {
        cluster[keyPath: family.property] = try rates(value, family, firms)
      }
    }
    if let value = values["platform.operator"] {
      cluster.platform.operator = .named(try value.text("a firm's name"))
    }
    try cluster.platform.validate(firms: firms)
    if let value = values["complementarity"] {
      cluster.complementarity = try links.links(
        value, .nonNegative, notes: &notes)
    }
    if let value = values["rivalry"] {
      cluster.rivalry = try links.links(value, .nonNegative, notes: &notes)
    }
    cluster.access = try AccessReader(links: links).access(
      values["access"], table: values["tiers.access"], notes: &notes)
    try cluster.access.validate(firms: firms)
    try cluster.validateSharing()
    return (cluster, notes)
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

  /// One number, one for each firm, or one for each tier.
  private func rates(
    _ value: ScenarioValue, _ family: RateFamily, _ firms: [Firm]
  ) throws(ScenarioError) -> Rates {
    switch value.node {
    case .list:
      return .perFirm(try value.numbers(family.range, count: firms.count))
    case .mapping:
      return .perFirm(try tierRates(value, family, firms))
    default: return .uniform(try value.number(family.range))
    }
  }

  /// The number of each firm by its tier; 0 for a tier that is not given.
  private func tierRates(
    _ value: ScenarioValue, _ family: RateFamily, _ firms: [Firm]
  ) throws(ScenarioError) -> [Double] {
    let values = try value.values(of: Tier.allCases.map(\.rawValue))
    var rates: [Double] = []
    for firm in firms {
      guard let tier = firm.tier else {
        throw ScenarioError(at: value.place, "firm \(firm.name) has no tier")
      }
      rates.append(try values[tier.rawValue]?.number(family.range) ?? 0)
    }
    return rates
  }
}

extension Platform.Operator {
  /// The operator that a text names.
  static func named(_ text: String) -> Platform.Operator {
    switch text {
    case "none": .none
    case "service": .service
    default: .firm(text)
    }
  }
}
