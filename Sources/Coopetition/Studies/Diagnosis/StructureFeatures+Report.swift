import Reports

extension StructureFeatures {
  /// The features for programs.
  var json: JSONValue {
    .object([
      ("leadership", .number(leadership)), ("outside", .number(outside)),
      ("reciprocity", .number(reciprocity)), ("exposure", .number(exposure)),
      ("breadth", .number(breadth)),
      ("concentration", .number(concentration)), ("links", .integer(links)),
      ("density", .number(density)),
    ])
  }

  /// The features and what they say.
  var table: Table {
    func row(_ name: String, _ value: Double, _ says: String) -> [Table.Cell] {
      [.text(name), .number(value, digits: 3), .text(says)]
    }
    return Table(
      "Structure of " + NumberText.counted(links, "link"),
      columns: ["feature", "value", "says"],
      rows: [
        row("leadership", leadership, "1: one source of knowledge"),
        row("outside", outside, "share from those who take none"),
        row("reciprocity", reciprocity, "1: flows go both ways"),
        row("exposure", exposure, "0: to no rivals, ½: as to others"),
        row("breadth", breadth, "1: many sources a firm"),
        row("concentration", concentration, "of knowledge, 1: in one firm"),
        row("density", density, "share of all possible links"),
      ])
  }
}

extension PathMatch {
  /// The match for programs.
  var json: JSONValue {
    .object([
      ("path", .text(path.rawValue)), ("next", .text(next.rawValue)),
      ("margin", .number(margin)),
      (
        "distances",
        .object(distances.map { ($0.path.rawValue, .number($0.distance)) })
      ),
    ])
  }

  /// The match in words, with what to try first: what the path suggests, unless
  /// the state is known and asks for something else.
  func sentence(given state: ClusterStateKind?) -> String {
    let near = distances.sorted { $0.distance < $1.distance }.prefix(2)
      .map {
        "\($0.path.rawValue) "
          + NumberText.significant($0.distance, digits: 2)
      }
    let lever = distance > Self.farthest ? "" : advice(given: state)
    return "\(verdict), nearest \(near.joined(separator: ", "))\(lever)"
  }

  /// What to try first. Coordination leaves a trap, and nothing else.
  private func advice(given state: ClusterStateKind?) -> String {
    switch (path, state) {
    case (.upgrade, .dilemma):
      "; try first: money or rules, since coordination leaves no dilemma"
    case (.upgrade, .aligned): "; coordination has little to gain"
    default: "; try first: \(path.lever) (a hypothesis)"
    }
  }
}
