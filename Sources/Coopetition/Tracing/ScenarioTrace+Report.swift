import Reports

extension ScenarioTrace {
  /// The trace as a report.
  public var report: Report {
    let range = trace.range
    let title =
      "\(scenario): \(parameter) from \(Self.number(range.lowerBound)) to "
      + Self.number(range.upperBound)
    let events: [Report.Section] =
      trace.events.isEmpty ? [] : [.table(eventTable)]
    return Report(
      title: title,
      sections: [.text(verdict), .table(branchTable)] + events
        + [.picture(picture)],
      data: json, records: records,
      isComplete: trace.isConsistent && trace.termination != .cancelled)
  }

  /// Welfare along the branches.
  public var picture: SVGDocument {
    BranchPicture(
      title: "\(scenario): equilibria over \(parameter)",
      parameter: parameter, outcome: "welfare", trace: self,
      describe: description(of:), today: today
    ).document
  }

  /// What is known about completeness.
  private var verdict: String {
    let count = trace.branches.count
    let checks = trace.checks.count
    let agreeing = trace.checks.count(where: \.agrees)
    var sentences = [
      "\(NumberText.counted(count, "branch", "branches")) of equilibria."
    ]
    if trace.termination == .cancelled {
      sentences.append("The trace was stopped; branches may be missing.")
    }
    sentences.append(
      agreeing == 0
        ? "At no value it is proven that there is no other equilibrium."
        : "At \(agreeing == checks ? "" : "\(agreeing) of ")"
          + "\(NumberText.counted(checks, "value")) it is proven that there is "
          + "no other equilibrium; elsewhere a pair that appears and vanishes "
          + "may be missed.")
    return sentences.joined(separator: " ")
  }

  private var branchTable: Table {
    Table(
      columns: [
        "branch", "from", "to", "stability", "welfare at from", "at to",
      ],
      rows: trace.branches.enumerated().map { k, branch in
        let stabilities = branch.stabilities.map(\.rawValue)
        return [
          .integer(k + 1), .text(Self.number(branch.range.lowerBound)),
          .text(Self.number(branch.range.upperBound)),
          .text(
            stabilities.isEmpty
              ? "undecided" : stabilities.joined(separator: ", ")),
          .number(welfare[k].first ?? 0, digits: 6),
          .number(welfare[k].last ?? 0, digits: 6),
        ]
      })
  }

  private var eventTable: Table {
    Table(
      columns: [
        Table.Column(parameter), "branches", "proven within", "what happens",
      ],
      rows: trace.events.map { event in
        [
          .text(Self.number(event.parameter)),
          .text(event.branches.map { "\($0 + 1)" }.joined(separator: ", ")),
          event.isProven
            ? .number(event.enclosure.width, digits: 2) : "not proven",
          .text(description(of: event)),
        ]
      })
  }

  /// One row for each point of each branch: the branch, the parameter,
  /// stability, event, welfare, then every level and every payoff.
  private var records: Table {
    let heads =
      ["branch", parameter, "stability", "event", "welfare"]
      + variables.map { "level \($0)" } + players.map { "payoff \($0)" }
    var table = Table(columns: heads.map { Table.Column($0) })
    for (k, branch) in trace.branches.enumerated() {
      for (place, point) in branch.points.enumerated() {
        let event = trace.events.first {
          $0.branches.contains(k) && $0.parameter == point.parameter
        }
        let numbers = [welfare[k][place]] + point.levels + payoffs[k][place]
        table.rows.append(
          [
            .integer(k + 1), .number(point.parameter),
            .text(point.stability.rawValue),
            .text(event?.kind.rawValue ?? ""),
          ] + numbers.map { .number($0) })
      }
    }
    return table
  }

  /// What happens at an event as the parameter rises.
  func description(of event: BranchEvent) -> String {
    let changes = event.changes.map { change in
      let bound = change.isUpper ? "upper bound" : "lower bound"
      let verb = change.reaches.map { $0 ? "reaches" : "leaves" } ?? "is at"
      return "\(variables[change.variable]) \(verb) its \(bound)"
    }
    let happens: String =
      switch (event.kind, event.effect) {
      case (.fold, .appear): "two equilibria appear (fold)"
      case (.fold, _): "two equilibria vanish (fold)"
      case (.branching, .appear): "two equilibria leave another branch"
      case (.branching, _): "two equilibria join another branch"
      case (.corner, .appear): "two equilibria appear at a corner"
      case (.corner, .vanish): "two equilibria vanish at a corner"
      case (.corner, .none): "corner"
      case (.stability, _): "the stability changes"
      case (.deviation, .appear): "no deviation gains from here on"
      case (.deviation, _): "a large deviation gains from here on"
      case (.lost, _): "the branch could not be followed any further"
      }
    let stability = trace.stabilityChange(at: event).map {
      ["\($0.below.rawValue) below, \($0.above.rawValue) above"]
    }
    return happens
      + ((changes + (stability ?? [])).isEmpty ? "" : ": ")
      + (changes + (stability ?? [])).joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 10).trimmingZeros
  }
}

extension String {
  /// The decimal number without zeros at its end.
  fileprivate var trimmingZeros: String {
    guard contains("."), !contains("e") else { return self }
    let kept = String(reversed().drop { $0 == "0" }.reversed())
    return kept.hasSuffix(".") ? String(kept.dropLast()) : kept
  }
}
