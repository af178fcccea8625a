import Reports

extension PublishedGames {
  /// The name and the question of every model, one a line.
  public static var list: String {
    var table = TextTable()
    for model in all { table.add(model.name, model.question) }
    return table.text
  }

  /// Every model as a record of `model`, `question`, `citation` and
  /// `parameters`.
  public static var records: [Record] {
    all.map { model in
      [
        "model": .text(model.name), "question": .text(model.question),
        "citation": .text(model.citation),
        "parameters": .record(
          Record(model.parameters.map { ($0.name, .text($0.meaning)) })),
      ]
    }
  }
}

extension PublishedGame {
  /// What the grid says of the propositions, for a reader; `reports` is what
  /// ``check()`` returned.
  public static func text(of reports: [PropositionReport]) -> String {
    let count = NumberText.counted(reports.count, "proposition")
    return "\(name): \(count) at \(NumberText.counted(grid.count, "point"))\n"
      + reports.map(\.text).joined()
  }

  /// What the grid says of the propositions, as a record of `model`, `points`
  /// and `propositions`; `reports` is what ``check()`` returned.
  public static func record(of reports: [PropositionReport]) -> Record {
    [
      "model": .text(name), "points": .number(Double(grid.count)),
      "propositions": .list(reports.map { .record($0.record) }),
    ]
  }
}
