import Networks
import Reports

extension MeasuredNetwork {
  /// The most firms that are shown.
  private static let mostShown = 20

  /// The tables of the network and of its firms, by falling Katz centrality.
  var sections: [Report.Section] {
    var network = Table("the network", columns: ["measure", "value"])
    for (name, value) in wholeData {
      network.rows.append([.text(name), value.cell])
    }
    var table = Table(
      "firms by Katz centrality",
      columns: [
        "firm", "provides to", "uses of", "Katz", "PageRank", "betweenness",
        "closeness", "clustering", "constraint", "effective size", "core",
      ])
    let order = firms.katz.indices.sorted {
      (firms.katz[$0], -$0) > (firms.katz[$1], -$1)
    }
    for firm in order.prefix(Self.mostShown) {
      table.add(cluster.firms[firm].name, cells(of: firm))
    }
    let central = order.prefix(Self.mostShown).map {
      (cluster.firms[$0].name, firms.katz[$0])
    }
    return [.table(network), .table(table)]
      + Report.Section.pictures(
        TornadoPicture.fromZero("Katz centrality", [(nil, central)]))
  }

  private func cells(of firm: Int) -> [Table.Cell] {
    [
      .integer(firms.providesTo[firm]), .integer(firms.usesOf[firm]),
      .number(firms.katz[firm]), .number(firms.pageRank[firm]),
      .number(paths.betweenness.values[firm]),
      .number(paths.closeness.values[firm]),
      .number(firms.clustering[firm]),
      Table.Cell(firms.constraint[firm]),
      Table.Cell(firms.effectiveSize[firm]), .integer(firms.core[firm]),
    ]
  }

  /// The measures as data.
  var data: JSONValue {
    .object([
      ("weights", .text(weights.rawValue)), ("network", .object(wholeData)),
      ("firms", .object(firmData)),
    ])
  }

  private var wholeData: [(key: String, value: JSONValue)] {
    let share = paths.reachableShare
    return [
      ("firms", .integer(whole.nodes)), ("links", .integer(whole.links)),
      ("pairs", .integer(whole.pairs)), ("density", .number(whole.density)),
      ("reciprocity", .number(whole.reciprocity)),
      ("components", .integer(whole.components.count)),
      ("largestComponent", .number(whole.components.largestShare)),
      ("strongComponents", .integer(whole.strongComponents.count)),
      (
        "largestStrongComponent",
        .number(whole.strongComponents.largestShare)
      ),
      ("transitivity", .number(whole.transitivity)),
      ("meanClustering", .number(whole.meanClustering)),
      ("assortativity", .optional(whole.assortativity)),
      ("largestCore", .integer(whole.largestCore)),
      ("meanPartners", .number(whole.meanPartners)),
      ("centralization", .number(whole.centralization)),
      ("strengthGini", .number(whole.strengthGini)),
      ("bridges", .integer(whole.bridges)),
      ("localBridges", .integer(whole.localBridges)),
      ("localBridgeShare", .number(whole.localBridgeShare)),
      ("tieStrengthOverlap", .optional(whole.tieStrengthOverlap)),
      ("spectralRadius", .number(whole.spectralRadius)),
      ("longestShortestPath", .integer(paths.longest)),
      ("reachableShare", .number(share.value)),
    ]
      + (paths.isExact
        ? [] : [("reachableShareError", .number(share.error))])
  }

  private var firmData: [(key: String, value: JSONValue)] {
    [
      ("providesTo", .integers(firms.providesTo)),
      ("usesOf", .integers(firms.usesOf)),
      ("strengthOut", .numbers(firms.strengthOut)),
      ("strengthIn", .numbers(firms.strengthIn)),
      ("partners", .integers(firms.partners)),
      ("pageRank", .numbers(firms.pageRank)), ("katz", .numbers(firms.katz)),
      ("betweenness", .numbers(paths.betweenness.values)),
      ("closeness", .numbers(paths.closeness.values)),
      ("clustering", .numbers(firms.clustering)),
      ("constraint", .list(firms.constraint.map { .optional($0) })),
      ("effectiveSize", .list(firms.effectiveSize.map { .optional($0) })),
      ("core", .integers(firms.core)),
    ]
      + (paths.isExact
        ? []
        : [
          ("betweennessError", .numbers(paths.betweenness.errors)),
          ("closenessError", .numbers(paths.closeness.errors)),
        ])
  }
}

extension JSONValue {
  /// A list of counts.
  static func integers(_ values: [Int]) -> JSONValue {
    .list(values.map { .integer($0) })
  }

  /// A number as a cell of a table.
  fileprivate var cell: Table.Cell {
    switch self {
    case .number(let value): .number(value)
    case .integer(let value): .integer(value)
    default: .none
    }
  }
}
