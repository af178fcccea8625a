import Reports

extension KeyFirms.Answers {
  /// The answers as a report.
  public var report: Report {
    var sections: [Report.Section] = []
    if let overview { sections.append(.table(overview)) }
    sections += seeding?.sections ?? []
    sections += exits?.sections ?? []
    sections += measures?.sections ?? []
    return Report(
      title: "\(name): key firms", sections: sections, data: data,
      isComplete: exits?.isComplete ?? true)
  }

  private var data: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("scenario", .text(name))
    ]
    if let measures { members.append(("measures", measures.data)) }
    if let exits, case .object(let parts) = exits.data { members += parts }
    if let seeding { members.append(("seeding", seeding.data)) }
    return .object(members)
  }

  /// Every firm with its part in each answer, if all were asked for single
  /// firms.
  private var overview: Table? {
    guard let exits, let seeding, let measures, exits.study.groupSize == 1,
      !seeding.singles.isEmpty
    else { return nil }
    var table = Table(
      "firms by what their exit costs",
      columns: [
        "firm", "exit loss", "own", "others", "sharing if won alone", "Katz",
        "betweenness", "constraint",
      ])
    for exit in exits.exits {
      let firm = exit.firms[0]
      table.add(
        exits.cluster.firms[firm].name,
        [
          .number(exit.welfareLoss), .number(exit.ownPayoff),
          .number(exit.othersLoss), .number(seeding.singles[firm]),
          .number(measures.firms.katz[firm]),
          .number(measures.paths.betweenness.values[firm]),
          Table.Cell(measures.firms.constraint[firm]),
        ])
    }
    return table
  }
}
