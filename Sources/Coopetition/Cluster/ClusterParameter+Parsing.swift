import Reports

extension ClusterParameter {
  /// The parameter of a cluster with an address.
  ///
  /// A firm is given by its position, counting from 0, or by its name; a text
  /// that is both means the position.
  ///
  /// - Throws: an error that names the address and suggests the nearest one,
  ///   or says which firm is not there.
  public init(_ address: String, in cluster: Cluster) throws(ScenarioError) {
    let path = try Self.normalized(address, in: cluster)
    var known =
      Self.shared(of: cluster) + Self.ofEveryFirm + Self.ofTiers(in: cluster)
    if let firm = Self.firm(of: path) { known += Self.ofFirm(firm) }
    guard let parameter = known.first(where: { $0.path == path }) else {
      if let family = Cluster.rateFamilies.first(where: { $0.path == path }) {
        try Self.refuseClasses(of: family, in: cluster, at: address)
        throw ScenarioError(
          at: address, "every firm has its own; name one: \(path)[0]")
      }
      if let name = Self.owner(of: path, in: cluster) {
        throw .unknownFirm(name, among: cluster.firms, at: address)
      }
      let near = Self.keys(ofOwnerOf: path, in: cluster) ?? known.map(\.path)
      throw ScenarioError(
        at: address, NearestKey.message(for: path, among: near))
    }
    if case .firmRate(_, let family) = parameter.target {
      try Self.refuseClasses(
        of: Cluster.rateFamilies[family], in: cluster, at: address)
    }
    self = parameter
  }

  /// Throws if a cluster gives rates for classes of partners, which have no
  /// address.
  private static func refuseClasses(
    of family: RateFamily, in cluster: Cluster, at address: String
  ) throws(ScenarioError) {
    guard let rates = family.rates(in: cluster) else { return }
    throw ScenarioError(
      at: address,
      "is given for each \(rates.sharing.noun); a number for all, or one for "
        + "each firm, can be varied")
  }

  /// The address with the firm between its brackets given by position.
  private static func normalized(
    _ address: String, in cluster: Cluster
  )
    throws(ScenarioError) -> String
  {
    guard let open = address.firstIndex(of: "["),
      let close = address.lastIndex(of: "]"), open < close
    else { return withFirm(address, in: cluster) }
    let name = String(address[address.index(after: open)..<close])
    let position =
      PlayerAddress.position(name, below: cluster.firms.count)
      ?? cluster.firms.firstIndex { $0.name == name }
    guard let position else {
      throw .unknownPlayer(
        "firm", name, among: cluster.firms.map(\.name), at: address)
    }
    return "\(address[...open])\(position)\(address[close...])"
  }

  /// The address of a firm's number that starts with the firm's name, such as
  /// `Beta.absorption`; any other address as it is.
  private static func withFirm(
    _ address: String, in cluster: Cluster
  ) -> String {
    let firm = cluster.firms.firstIndex { firm in
      address.hasPrefix("\(firm.name).")
        && Firm.scalarKeys.contains {
          address == "\(firm.name).\($0.path)"
        }
    }
    guard let firm else { return address }
    let key = address.dropFirst(cluster.firms[firm].name.count)
    return "firms[\(firm)]\(key)"
  }

  /// What stands before the key of a firm, if the name of a firm or a tier was
  /// likely meant; nil otherwise.
  static func owner(
    of path: String, in cluster: Cluster
  ) -> String? {
    let owner = Firm.scalarKeys.lazy
      .filter { path.hasSuffix(".\($0.path)") }
      .map { String(path.dropLast($0.path.count + 1)) }.first
    let names = cluster.firms.map(\.name) + Tier.allCases.map(\.rawValue)
    return owner.flatMap {
      NearestKey.nearest(to: $0, among: names) == nil ? nil : $0
    }
  }

  /// The addresses of a firm whose name, with a dot, an address starts with;
  /// nil if there is none.
  private static func keys(
    ofOwnerOf path: String, in cluster: Cluster
  ) -> [String]? {
    cluster.firms.first { path.hasPrefix("\($0.name).") }.map { firm in
      Firm.scalarKeys.map { "\(firm.name).\($0.path)" }
    }
  }

  /// The position between the brackets of a normalised address.
  private static func firm(of path: String) -> Int? {
    guard let open = path.firstIndex(of: "["),
      let close = path.lastIndex(of: "]"), open < close
    else { return nil }
    return Int(path[path.index(after: open)..<close])
  }
}
