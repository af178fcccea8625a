import Reports

/// A number that a design may set, with its range and what moving it costs.
struct Instrument: Sendable, Equatable {
  /// Whether all firms get one number, each tier one, or each firm one.
  enum Grouping: String, Sendable, CaseIterable {
    case all, tier, firm
  }

  /// The address of the number.
  var set: String
  var grouping = Grouping.all
  var range: ClosedRange<Double>
  var linearCost = 0.0
  var quadraticCost = 0.0
  /// Where the instrument stands in the file; errors start with it.
  var place: String

  /// An instrument that costs nothing and sets one number for all.
  ///
  /// - Parameters:
  ///   - address: The address of the number.
  ///   - range: The values that it may take.
  ///   - place: What errors start with.
  init(_ address: String, over range: ClosedRange<Double>, place: String) {
    (set, self.range, self.place) = (address, range, place)
  }

  /// Reads an instrument.
  init(_ value: ScenarioValue) throws(ScenarioError) {
    place = value.place ?? ""
    let values = try value.values(of: [
      "set", "per", "range", "cost.linear", "cost.quadratic",
    ])
    guard let name = values["set"] else {
      throw ScenarioError(at: place, "set is missing: the number to set")
    }
    set = try name.text("the address of a number")
    range = try Self.range(values["range"], at: place)
    linearCost = try values["cost.linear"]?.number(.nonNegative) ?? 0
    quadraticCost = try values["cost.quadratic"]?.number(.nonNegative) ?? 0
    guard let per = values["per"] else { return }
    guard let grouping = Grouping(rawValue: try per.text("all, tier or firm"))
    else { throw per.mismatch("all, tier or firm") }
    self.grouping = grouping
  }

  private static func range(
    _ value: ScenarioValue?, at place: String
  ) throws(ScenarioError) -> ClosedRange<Double> {
    guard let value else {
      throw ScenarioError(at: place, "range is missing: [low, high]")
    }
    let ends = try value.numbers(.finite, count: 2)
    guard ends[0] <= ends[1] else {
      throw ScenarioError(
        at: value.place,
        "\(ends[0].signedDescription) is above \(ends[1].signedDescription)")
    }
    return ends[0]...ends[1]
  }
}

extension Double {
  /// The shortest text, with a true minus sign.
  var signedDescription: String {
    self < 0 ? "−" + (-self).shortDescription : shortDescription
  }
}

/// One parameter of a design: an instrument for one group of firms.
struct Lot: Sendable {
  var instrument: Instrument
  /// The tier or the firm; nil for all.
  var group: String?
  /// The value as it is; nil where it differs within the group.
  var today: Double?
  var range: ClosedRange<Double>
  /// The numbers that the parameter moves.
  var numbers: [NumberTable.Varied]
  /// Whether the number only moves money between firms and treasury.
  var isTransfer: Bool
}

extension Instrument {
  /// The parameters that the instrument makes for a cluster.
  ///
  /// - Parameters:
  ///   - cluster: The cluster.
  ///   - first: The position of the first of them.
  /// - Returns: One for each group.
  /// - Throws: an error at the instrument's place.
  func lots(
    of cluster: Cluster, first: Int
  ) throws(ScenarioError) -> [Lot] {
    if set.hasPrefix("levers.") { return [try lever(of: cluster, first)] }
    if let keys = firmKeys {
      try check(keys.range)
      return try groups(of: cluster).enumerated().map { k, group in
        let numbers = group.firms.flatMap { firm in
          keys.keys.map {
            NumberTable.Varied(
              place: NumberTable.place(ofKey: $0, firm: firm),
              parameter: first + k)
          }
        }
        return lot(group.name, numbers, in: cluster)
      }
    }
    return [try single(of: cluster, first)]
  }

  /// The keys of a firm that the instrument sets, if it sets a firm's number.
  private var firmKeys: (keys: [Int], range: AdmissibleRange)? {
    if set == "level" { return ([Keys.floor, Keys.cap], .unit) }
    if let key = Firm.scalarKeys.firstIndex(where: { $0.path == set }) {
      return ([key], Firm.scalarKeys[key].range)
    }
    if let family = Cluster.rateFamilies.firstIndex(where: { $0.path == set }) {
      return (
        [Firm.scalarKeys.count + family], Cluster.rateFamilies[family].range
      )
    }
    return nil
  }

  /// A number that is not one of each firm.
  private func single(
    of cluster: Cluster, _ parameter: Int
  ) throws(ScenarioError) -> Lot {
    let number: ClusterParameter
    do {
      number = try ClusterParameter(set, in: cluster)
    } catch {
      throw unknown(in: cluster, error)
    }
    try check(number.range)
    guard number.target != .cluster(key: Places.noise) else {
      throw ScenarioError(
        at: place + ".set", "how imprecisely firms choose is nobody's to set")
    }
    guard grouping == .all else {
      throw ScenarioError(
        at: place + ".per", "\(set) is one number; leave per out")
    }
    let numbers = number.numbers(in: cluster).map {
      NumberTable.Varied(place: $0.place, parameter: parameter)
    }
    return lot(nil, numbers, in: cluster)
  }

  /// The error for an address of nothing, with the nearest one that is, or with
  /// what is wrong with it.
  private func unknown(
    in cluster: Cluster, _ problem: ScenarioError?
  ) -> ScenarioError {
    let known =
      ["level"] + Firm.scalarKeys.map(\.path)
      + Cluster.rateFamilies.map(\.path)
      + Lever.allCases.map {
        "levers.\($0.rawValue)"
      } + ClusterParameter.shared(of: cluster).map(\.path)
    let isOfFirm = ClusterParameter.owner(of: set, in: cluster) != nil
    let nearest = isOfFirm ? nil : NearestKey.nearest(to: set, among: known)
    let hint =
      nearest.map { "; did you mean \($0)?" }
      ?? problem.map { ": \($0.message)" } ?? ""
    return ScenarioError(at: place + ".set", "unknown number \(set)\(hint)")
  }

  private func lever(
    of cluster: Cluster, _ parameter: Int
  ) throws(ScenarioError) -> Lot {
    guard let lever = Lever(rawValue: String(set.dropFirst("levers.".count)))
    else { throw unknown(in: cluster, nil) }
    try check(.unit)
    return Lot(
      instrument: self, group: nil, today: 0, range: range,
      numbers: lever.numbers(of: cluster, parameter: parameter),
      isTransfer: lever == .royalty)
  }

  /// Throws unless the number may take all values of the range.
  private func check(_ admissible: AdmissibleRange) throws(ScenarioError) {
    for end in [range.lowerBound, range.upperBound]
    where !admissible.contains(end) {
      throw ScenarioError(
        at: place + ".range",
        "\(end.signedDescription) is not in \(admissible.description), "
          + "the values of \(set)")
    }
  }

  private func groups(
    of cluster: Cluster
  ) throws(ScenarioError) -> [(name: String?, firms: [Int])] {
    let firms = cluster.firms
    switch grouping {
    case .all: return [(nil, Array(firms.indices))]
    case .firm: return firms.indices.map { (firms[$0].name, [$0]) }
    case .tier:
      for firm in firms where firm.tier == nil {
        throw ScenarioError(
          at: place + ".per", "firm \(firm.name) has no tier")
      }
      return Tier.allCases.map { tier in
        (tier.rawValue, firms.indices.filter { firms[$0].tier == tier })
      }.filter { !$0.1.isEmpty }
    }
  }

  private func lot(
    _ group: String?, _ numbers: [NumberTable.Varied], in cluster: Cluster
  ) -> Lot {
    let table = NumberTable(cluster)
    let values = Set(numbers.compactMap { table.constant($0.place) })
    return Lot(
      instrument: self, group: group,
      today: values.count == 1 ? values.first : nil, range: range,
      numbers: numbers,
      isTransfer: set.hasPrefix("policy.") || set == "platform.margin")
  }
}

extension AdmissibleRange {
  /// The values, as an interval.
  var description: String {
    let (lower, upper) = limits
    let low = lower.isFinite && contains(lower) ? "[" : "("
    let high = upper.isFinite && contains(upper) ? "]" : ")"
    return low + text(lower) + ", " + text(upper) + high
  }

  private func text(_ limit: Double) -> String {
    guard limit.isFinite else { return limit < 0 ? "−∞" : "∞" }
    return limit.signedDescription
  }
}
