import LinearAlgebra
import Reports

extension Cluster {
  /// The scenario file that describes the cluster: a JSON object with every
  /// key, from which reading makes the same cluster again.
  ///
  /// - Complexity: O(firms²) where links are a network: all rows are written
  ///   out. Large clusters belong in files with lists of links.
  public var document: JSONValue {
    .nested(
      [("name", .text(name))]
        + Self.scalarKeys.map { ($0.path, .number(self[keyPath: $0.property])) }
        + Self.rateFamilies.map {
          (
            $0.path,
            $0.rates(in: self)?.document ?? self[keyPath: $0.property].document
          )
        } + [
          ("model.sharing", .text(model.sharing.rawValue)),
          ("model.choice", .text(model.choice.rawValue)),
          ("premium.shares", premium.shares.document),
          ("platform.operator", .text(platform.operator.name)),
          ("firms", .list(firms.map(\.document))),
          ("complementarity", complementarity.document),
          ("rivalry", rivalry.document),
        ] + access.members)
  }
}

extension Firm {
  /// The firm as an entry of a scenario file.
  var document: JSONValue {
    let numbers = Self.scalarKeys.map { ($0.path, self[keyPath: $0.property]) }
    return .nested(
      [("name", .text(name)), ("role", .text(role.rawValue))]
        + (tier.map { [("tier", .text($0.rawValue))] } ?? [])
        + numbers.filter(\.1.isFinite).map { ($0, .number($1)) })
  }
}

extension Access {
  /// The keys of the access in a scenario file.
  fileprivate var members: [(path: String, value: JSONValue)] {
    switch self {
    case .full: [("access", .text("full"))]
    case .links(let links): [("access", links.document)]
    case .tiers(let table):
      [
        ("access", .text("tiers")),
        ("tiers.access", .list(table.rows.map(JSONValue.numbers))),
      ]
    }
  }
}

extension Links {
  fileprivate var document: JSONValue {
    switch self {
    case .uniform(let weight): .object([("uniform", .number(weight))])
    case .network(let matrix):
      .list((0..<matrix.rows).map { .numbers(matrix.denseRow($0)) })
    }
  }
}

extension SparseMatrix {
  fileprivate func denseRow(_ row: Int) -> [Double] {
    var values = [Double](repeating: 0, count: columns)
    for (column, value) in self[row: row] { values[column] = value }
    return values
  }
}

extension Rates {
  fileprivate var document: JSONValue {
    switch self {
    case .uniform(let rate): .number(rate)
    case .perFirm(let rates): .numbers(rates)
    }
  }
}

extension DisclosureRates {
  fileprivate var document: JSONValue {
    switch self {
    case .tiers(let rows): .list(rows.map(JSONValue.numbers))
    case .partners(let links): links.document
    }
  }
}

extension PremiumShares {
  fileprivate var document: JSONValue {
    switch self {
    case .equal: .text("equal")
    case .knowledge: .text("knowledge")
    case .fractions(let fractions): .numbers(fractions)
    }
  }
}

extension JSONValue {
  /// An object in which members with paths such as `cost.linear` stand in
  /// objects of their own.
  fileprivate static func nested(
    _ members: [(path: String, value: JSONValue)]
  ) -> JSONValue {
    var keys: [String] = []
    var groups: [String: [(path: String, value: JSONValue)]] = [:]
    for (path, value) in members {
      let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
      if groups[parts[0]] == nil { keys.append(parts[0]) }
      let rest = parts.count > 1 ? parts[1] : ""
      groups[parts[0], default: []].append((rest, value))
    }
    return .object(
      keys.map { key in
        let group = groups[key] ?? []
        return (key, group[0].path.isEmpty ? group[0].value : nested(group))
      })
  }
}
