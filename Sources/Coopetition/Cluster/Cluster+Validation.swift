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
    for family in Self.rateFamilies {
      try self[keyPath: family.property].validate(
        firmCount: firms.count, range: family.range, at: family.path)
      try validateDisclosures(of: family)
    }
    try platform.validate(firms: firms)
    try complementarity.validate(
      firmCount: firms.count, range: .nonNegative, at: "complementarity")
    try rivalry.validate(
      firmCount: firms.count, range: .nonNegative, at: "rivalry")
    try access.validate(firms: firms)
    try validateSharing()
  }

  /// Throws unless every firm has a tier where levels are set by tier.
  func validateSharing() throws(ScenarioError) {
    guard model.sharing == .tiers,
      let firm = firms.firstIndex(where: { $0.tier == nil })
    else { return }
    throw ScenarioError(
      at: "model.sharing",
      "tiers needs a tier for every firm; firms[\(firm)] "
        + "(\(firms[firm].name)) has none")
  }

  /// Throws unless rates for classes of partners are of the classes for which
  /// firms set levels, and stand alone.
  private func validateDisclosures(
    of family: RateFamily
  ) throws(ScenarioError) {
    guard let rates = family.rates(in: self) else { return }
    let needed = rates.sharing
    guard model.sharing == needed else {
      throw ScenarioError(
        at: family.path, "needs model.sharing: \(needed.rawValue)")
    }
    guard self[keyPath: family.property].isZero else {
      throw ScenarioError(
        at: family.path,
        "is given for all levels of a firm and by \(needed.noun) too; give one")
    }
    try rates.validate(
      firmCount: firms.count, range: family.range, at: family.path)
  }

  private func validateFirms() throws(ScenarioError) {
    guard !firms.isEmpty else {
      throw ScenarioError(at: "firms", "is empty; a cluster has 1 firm or more")
    }
    let isFine =
      Firm.scalarKeys.allSatisfy { $0.isAdmissible(in: firms) }
      && firms.allSatisfy { $0.floor <= $0.cap }
    if !isFine { try validateEachFirm() }
    do {
      _ = try FirmIndex(firms)
    } catch {
      throw ScenarioError(at: "firms[\(error.position)].name", error.message)
    }
  }

  /// Throws what is wrong with the first firm with a wrong number.
  private func validateEachFirm() throws(ScenarioError) {
    for (index, firm) in firms.enumerated() {
      for key in Firm.scalarKeys {
        let value = firm[keyPath: key.property]
        try key.range.check(value, at: "firms[\(index)].\(key.path)")
      }
      try firm.validateFloor(at: "firms[\(index)].floor")
    }
  }
}
