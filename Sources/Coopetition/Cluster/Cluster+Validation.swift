extension Cluster {
  /// Throws the first thing that is wrong with the cluster, with its place.
  ///
  /// Checked are the range of every number, that firms are there and named
  /// uniquely, and that lists, matrices and tiers fit the firms.
  ///
  /// - Complexity: O(firms + links).
  public func validate() throws(ScenarioError) {
    for key in Self.scalarKeys {
      try key.range.check(self[keyPath: key.property], at: key.path)
    }
    try validateFirms()
    try premium.shares.validate(firmCount: firms.count)
    try policy.subsidy.validate(firmCount: firms.count)
    try complementarity.validate(
      firmCount: firms.count, range: .nonNegative, at: "complementarity")
    try rivalry.validate(
      firmCount: firms.count, range: .nonNegative, at: "rivalry")
    try access.validate(firms: firms)
  }

  private func validateFirms() throws(ScenarioError) {
    guard !firms.isEmpty else {
      throw ScenarioError(at: "firms", "is empty; a cluster has 1 firm or more")
    }
    for (index, firm) in firms.enumerated() {
      for key in Firm.scalarKeys {
        let value = firm[keyPath: key.property]
        try key.range.check(value, at: "firms[\(index)].\(key.path)")
      }
    }
    do {
      _ = try FirmIndex(firms)
    } catch {
      throw ScenarioError(at: "firms[\(error.position)].name", error.message)
    }
  }
}
