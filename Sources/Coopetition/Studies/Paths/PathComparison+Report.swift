import Reports

extension PathComparison {
  /// The comparison as a report.
  public var report: Report {
    Report(
      title: "Innovation paths",
      sections: [.table(table), .table(levers)]
        + Report.Section.pictures(picture),
      data: json, isComplete: isFinished)
  }

  private var table: Table {
    Table(
      columns: [
        "path", "leadership", "outside", "reciprocity", "exposure", "breadth",
        "equilibria", "state", "P(trap)", "information",
      ],
      rows: entries.map { entry in
        let structure = entry.structure
        let numbers = [
          structure.leadership, structure.outside, structure.reciprocity,
          structure.exposure, structure.breadth,
        ]
        return [.text(entry.archetype.path.rawValue)]
          + numbers.map { .number($0, digits: 2) } + [
            entry.state.map { .integer($0.equilibria) } ?? .none,
            .text(entry.state?.kind.rawValue ?? "unknown"),
            Table.Cell(entry.risk?.probabilities[1], digits: 2),
            Table.Cell(entry.risk?.valueOfInformation, digits: 2),
          ]
      })
  }

  /// What makes each path what it is.
  private var picture: SVGDocument? {
    TornadoPicture.fromZero(
      "What makes each path",
      entries.map { entry in
        let structure = entry.structure
        return (
          entry.archetype.path.rawValue,
          [
            ("leadership", structure.leadership),
            ("outside", structure.outside),
            ("reciprocity", structure.reciprocity),
            ("exposure", structure.exposure), ("breadth", structure.breadth),
          ]
        )
      })
  }

  private var levers: Table {
    Table(
      columns: ["path", "source; diffusion", "try first (a hypothesis)"],
      rows: entries.map {
        let path = $0.archetype.path
        return [.text(path.rawValue), .text(path.account), .text(path.lever)]
      })
  }

  /// The comparison for programs.
  var json: JSONValue {
    let paths = JSONValue.list(entries.map(\.json))
    guard showsCluster, let entry = entries.first else {
      return .object([("paths", paths)])
    }
    let cluster = entry.archetype.json(of: entry.cluster)
    return .object([
      ("paths", paths), ("cluster", cluster), ("scenario", cluster),
    ])
  }
}

extension PathComparison.Entry {
  /// The entry for programs.
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(archetype.path.rawValue)),
      ("structure", structure.json), ("path", match.json),
      ("equilibria", state.map { .integer($0.equilibria) } ?? .null),
      ("state", state?.json ?? .null), ("risk", risk?.json ?? .null),
      ("worst", state?.worst.json ?? .null),
      ("best", state?.best.json ?? .null),
      ("optimum", state?.optimum.json ?? .null),
    ])
  }
}

extension PathArchetype {
  /// The scenario as data, which is a scenario file as well.
  func json(of cluster: Cluster) -> JSONValue {
    let places = cluster.firms.indices
    func matrix(_ links: Links) -> JSONValue {
      .list(places.map { i in .numbers(places.map { links.weight(i, $0) }) })
    }
    var entries: [(key: String, value: JSONValue)] = [
      ("name", .text(cluster.name)),
      ("environment", .number(cluster.environment)),
      (
        "model",
        .object([
          ("reciprocity", .number(cluster.model.reciprocity)),
          ("curvature", .number(cluster.model.curvature)),
        ])
      ), ("firms", .list(cluster.firms.map(Self.json))),
      ("complementarity", matrix(cluster.complementarity)),
      ("rivalry", matrix(cluster.rivalry)),
    ]
    if case .perFirm(let rates) = cluster.policy.subsidy {
      entries.append(
        ("policy", .object([("subsidy", .numbers(rates))])))
    }
    entries.append(
      (
        "uncertain",
        .object([
          (
            "environment",
            .object([("lognormal", .numbers([1, uncertainty]))])
          )
        ])
      ))
    return .object(entries)
  }

  private static func json(of firm: Firm) -> JSONValue {
    var entries: [(key: String, value: JSONValue)] = [
      ("name", .text(firm.name)), ("knowledge", .number(firm.knowledge)),
      ("absorption", .number(firm.absorptiveCapacity)),
      ("opportunity", .number(firm.opportunity)),
      ("market", .number(firm.marketAtRisk)),
      (
        "cost",
        .object([
          ("linear", .number(firm.linearCost)),
          ("quadratic", .number(firm.quadraticCost)),
        ])
      ),
    ]
    if let tier = firm.tier { entries.append(("tier", .text(tier.rawValue))) }
    return .object(entries)
  }

  /// Writes the cluster as a scenario folder with the file `cluster.yaml`.
  ///
  /// - Parameter folder: The folder, made if there is none.
  /// - Throws: `ScenarioError` if it cannot be written.
  public func write(to folder: String) throws(ScenarioError) {
    try SystemFile.makeFolder(folder)
    var file = try FileWriter(path: "\(folder)/cluster.yaml")
    try file.append(json(of: try cluster()).description + "\n")
    try file.finish()
  }
}
