import Reports

extension FormationRun {
  /// The run as a report.
  public var report: Report {
    Report(
      title: "\(cluster.name): links as they form", sections: sections,
      data: data)
  }

  private var sections: [Report.Section] {
    var table = Table(
      "rounds",
      columns: [
        "round", "stage", "changes", "links", "mean level", "sharing firms",
        "flow", "by links", "by levels", "welfare",
      ])
    for record in rounds { table.add("\(record.round)", record.cells) }
    let end =
      hasRested
      ? "Nothing changes any more."
      : "After \(NumberText.counted(rounds.count - 1, "round")) links still "
        + "change."
    return stages.map { .text($0) } + [
      .text(end), .table(table),
      .picture(FormationPicture(of: rounds).document),
    ]
  }

  /// A sentence for each run of rounds of one stage.
  private var stages: [String] {
    var sentences: [String] = []
    var start = 1
    while start < rounds.count {
      let stage = rounds[start].stage
      let end =
        rounds[start...].firstIndex { $0.stage != stage } ?? rounds.count
      sentences.append(sentence(Array(rounds[start..<end])))
      start = end
    }
    return sentences
  }

  private func sentence(_ part: [FormationRecord]) -> String {
    let (first, last) = (part[0], part[part.count - 1])
    let name =
      first.round == last.round
      ? "Round \(first.round)" : "Rounds \(first.round)–\(last.round)"
    guard first.stage != .resting else { return "\(name): resting." }
    let extensive = part.reduce(0) { $0 + $1.extensive }
    let growth = part.reduce(0) { $0 + $1.extensive + $1.intensive }
    let links = NumberText.counted(last.links, "link")
    guard growth > 0 else { return "\(name): \(first.stage), \(links)." }
    let share = NumberText.percent(extensive / growth, decimals: 0)
    return "\(name): \(first.stage), \(links), \(share) of the growth of flow "
      + "by links."
  }

  private var data: JSONValue {
    .object([
      ("scenario", .text(cluster.name)),
      ("seed", .text(String(simulation.seed))),
      ("rounds", .list(rounds.map(\.data))), ("links", .pairs(links)),
      ("levels", .numbers(levels)), ("rested", .boolean(hasRested)),
    ])
  }
}

extension FormationRecord {
  fileprivate var cells: [Table.Cell] {
    [
      .text(stage.rawValue), .integer(changes), .integer(links),
      .number(meanLevel), .integer(sharingFirms), .number(flow),
      .number(extensive), .number(intensive), .number(welfare),
    ]
  }

  fileprivate var data: JSONValue {
    .object([
      ("round", .integer(round)), ("changes", .integer(changes)),
      ("links", .integer(links)), ("density", .number(density)),
      ("meanDegree", .number(meanDegree)),
      ("largestDegree", .integer(largestDegree)),
      ("components", .integer(components)),
      ("largestComponent", .number(largestComponent)),
      ("transitivity", .number(transitivity)),
      ("meanLevel", .number(meanLevel)),
      ("sharingFirms", .integer(sharingFirms)), ("flow", .number(flow)),
      ("extensive", .number(extensive)), ("intensive", .number(intensive)),
      ("welfare", .number(welfare)), ("stage", .text(stage.rawValue)),
    ])
  }
}
