import Games
import Reports

extension WorthTable {
  /// Whether all can stay together, and how they may divide what they earn.
  public var report: Report {
    let value = AllianceValue(game)
    return Report(
      title: NumberText.title(name, players.count, "player"),
      sections: [.text(value.summary), .table(table(of: value))]
        + Report.Section.pictures(
          TornadoPicture.fromZero(
            "What they divide",
            value.divisions.map { ($0.name, Array(zip(players, $0.shares))) })),
      data: json(value))
  }

  private func table(of value: AllianceValue) -> Table {
    var table = Table(
      "What they divide",
      columns: ["player", "alone"]
        + value.divisions.map { Table.Column($0.name) })
    for (player, name) in players.enumerated() {
      table.add(
        name,
        [game.worth(of: Coalition([player]))]
          + value.divisions.map { $0.shares[player] })
    }
    table.add(
      "largest complaint",
      [.none] + value.divisions.map { .number($0.excess) })
    return table
  }

  private func json(_ value: AllianceValue) -> JSONValue {
    .object([
      ("scenario", .text(name)), ("candidates", .texts(players)),
      ("game", value.json),
      ("core", value.core.json { players[$0] }),
      (
        "divisions",
        .object(value.divisions.map { ($0.name, $0.json) })
      ),
    ])
  }
}

extension AllianceValue {
  /// What a planner reads first.
  var summary: String {
    let core =
      switch self.core.isEmpty {
      case true: "No division keeps every group content"
      case false: "A division keeps every group content"
      default: "Whether a division keeps every group content is open"
      }
    let properties = [
      isSuperadditive.map { $0 ? "superadditive" : "not superadditive" },
      isConvex.map { $0 ? "convex" : "not convex" },
    ].compactMap { $0 }
    return core + (self.core.isProven ? " (proven)" : "")
      + (properties.isEmpty
        ? "." : "; the game is \(properties.joined(separator: ", ")).")
  }

  /// The flags of the game.
  var json: JSONValue {
    .object([
      ("superadditive", isSuperadditive.map { .boolean($0) } ?? .null),
      ("convex", isConvex.map { .boolean($0) } ?? .null),
    ])
  }
}
