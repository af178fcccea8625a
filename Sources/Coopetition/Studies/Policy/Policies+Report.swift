import Reports

extension Policies {
  /// The comparison as a report.
  public var report: Report {
    var sections: [Report.Section] = [.text(verdict), .table(table)]
    let harmful = levers.filter { $0.losers == firms.count }
      .map(\.name)
    if !harmful.isEmpty {
      sections.append(
        .text(
          "In the worst equilibrium every firm loses by "
            + harmful.joined(separator: " and ") + "."))
    }
    if !leftOut.isEmpty {
      sections.append(
        .text(
          "Left out, since no cost is given: "
            + leftOut.map(\.rawValue).joined(separator: ", ") + "."))
    }
    return Report(
      title: scenario, sections: sections + Report.Section.pictures(picture),
      data: json,
      isComplete: today.isComplete && levers.allSatisfy(\.state.isComplete))
  }

  /// What each lever adds to welfare, the best first.
  private var picture: SVGDocument? {
    let sorted = levers.sorted { $0.worth > $1.worth }
    return TornadoPicture.fromZero(
      "What each lever adds to welfare",
      [
        ("worst equilibrium", sorted.map { ($0.name, $0.worth) }),
        (
          "best equilibrium",
          sorted.map { ($0.name, $0.state.best - today.best) }
        ),
      ])
  }

  private var verdict: String {
    func text(_ value: Double) -> String { NumberText.significant(value) }
    guard today.equilibria > 1 else {
      return "Today there is one equilibrium, of welfare \(text(today.worst))."
    }
    return "Today there are \(today.equilibria) equilibria of welfare "
      + "\(text(today.worst)) to \(text(today.best)): a trap; coordination "
      + "alone is worth \(text(coordination))."
  }

  /// The levers by falling worth.
  private var table: Table {
    Table(
      columns: [
        "lever", "step", "worst", "best", "change in worst",
        "firms worse off", .init("ends the trap at", isOptional: true),
      ],
      rows: levers.sorted { $0.worth > $1.worth }.map {
        [
          .text($0.name), Table.Cell($0.step, digits: 2),
          .number($0.state.worst), .number($0.state.best),
          .number($0.worth), .integer($0.losers),
          $0.escape.map { .number($0, digits: 3) }
            ?? .text($0.isEscapeProven ? "–" : "not sought"),
        ]
      })
  }

  private var json: JSONValue {
    .object([
      ("scenario", .text(scenario)), ("firms", .texts(firms)),
      (
        "today",
        .object([
          ("equilibria", .integer(today.equilibria)),
          ("worst", .number(today.worst)), ("best", .number(today.best)),
        ])
      ),
      ("levers", .list(levers.map(\.json))),
      ("coordination", .number(coordination)),
      ("bestLever", bestLever.map { .text($0.name) } ?? .null),
      (
        "leftOut",
        .texts(leftOut.map(\.rawValue))
      ),
      (
        "solver",
        .object([
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }
}

extension Policies.Response {
  fileprivate var json: JSONValue {
    .object([
      ("lever", .text(name)), ("step", .optional(step)),
      ("equilibria", .integer(state.equilibria)),
      ("worst", .number(state.worst)), ("best", .number(state.best)),
      ("worth", .number(worth)), ("gains", .numbers(gains)),
      ("losers", .integer(losers)), ("escape", .optional(escape)),
      ("escapeProven", .boolean(isEscapeProven)),
      ("complete", .boolean(state.isComplete)),
    ])
  }
}
