/// The firms of a scenario.
struct FirmList {
  let firms: [Firm]
  /// Finds them by name.
  let index: FirmIndex
  /// What was ignored, for the user.
  var notes: [String] = []
}

/// Reads the firms of a scenario, from a list or from a CSV file.
struct FirmsReader {
  let file: ScenarioFile

  /// Every key of a firm; the columns of a CSV file are the same.
  static let keys = ["name", "tier", "role"] + Firm.scalarKeys.map(\.path)

  /// The firms that a value gives.
  ///
  /// - Throws: the first thing that is wrong, with its place.
  func firms(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> FirmList {
    guard case .scalar = value.node, !value.node.isNull else {
      return try inline(value)
    }
    let reference = try value.text()
    let path = try file.path(of: reference, at: value.place)
    return try FirmTable(path: path, name: reference).firms()
  }

  private func inline(
    _ value: ScenarioValue
  ) throws(ScenarioError) -> FirmList {
    let nodes = try value.list("a list of firms or the path of a CSV file")
    guard !nodes.isEmpty else {
      throw ScenarioError(
        at: value.place, "is empty; a cluster has 1 firm or more")
    }
    var firms: [Firm] = []
    firms.reserveCapacity(nodes.count)
    for (k, node) in nodes.enumerated() {
      let place = "firms[\(k)]"
      firms.append(
        try firm(ScenarioValue(node: node, place: place), position: k))
    }
    do {
      return FirmList(firms: firms, index: try FirmIndex(firms))
    } catch {
      throw ScenarioError(at: "firms[\(error.position)].name", error.message)
    }
  }

  private func firm(
    _ value: ScenarioValue, position: Int
  )
    throws(ScenarioError) -> Firm
  {
    let values = try value.values(of: Self.keys)
    let name = try values["name"]?.text() ?? Firm.defaultName(position)
    var tier: Tier?
    if let value = values["tier"] {
      tier = Tier(rawValue: try value.text(Tier.names))
      if tier == nil { throw value.mismatch(Tier.names) }
    }
    var firm = Firm(name, tier: tier)
    if let value = values["role"] {
      guard let role = FirmRole(rawValue: try value.text(FirmRole.names)) else {
        throw value.mismatch(FirmRole.names)
      }
      firm.role = role
      firm.marketAtRisk = role.marketAtRisk
    }
    for key in Firm.scalarKeys {
      guard let value = values[key.path] else { continue }
      firm[keyPath: key.property] = try value.number(key.range)
    }
    try firm.validateFloor(at: "\(value.place ?? "").floor")
    return firm
  }
}

extension Firm {
  /// The name of a firm that is given none: F1, F2, …
  static func defaultName(_ position: Int) -> String { "F\(position + 1)" }
}

extension Tier {
  /// The tiers, for messages.
  static let names = "core, ordinary or general"
}
