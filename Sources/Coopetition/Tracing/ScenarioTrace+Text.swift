extension ScenarioTrace {
  /// The trace as a report for people.
  public var text: String {
    let range = trace.range
    var lines = [
      "\(scenario): \(parameter) from \(Self.number(range.lowerBound)) to "
        + Self.number(range.upperBound),
      "",
    ]
    lines += verdict + [""] + branchTable
    if !trace.events.isEmpty { lines += [""] + eventTable }
    return lines.joined(separator: "\n")
  }

  /// What is known about completeness.
  private var verdict: [String] {
    let count = trace.branches.count
    let checks = trace.checks.count
    let agreeing = trace.checks.count(where: \.agrees)
    var lines = [
      "\(count) \(count == 1 ? "branch" : "branches") of equilibria."
    ]
    if trace.termination == .cancelled {
      lines.append("The trace was stopped; branches may be missing.")
    }
    lines.append(
      agreeing == checks
        ? "At \(checks) values it is proven that there is no other equilibrium;"
        : "At \(agreeing) of \(checks) values it is proven that there is no "
          + "other equilibrium;")
    lines.append(
      "between two of them a pair that appears and vanishes may be missed.")
    return lines
  }

  private var branchTable: [String] {
    var table = TextTable(columns: [
      "branch", "from", "to", "stability", "welfare at from", "at to",
    ])
    for (k, branch) in trace.branches.enumerated() {
      let stabilities = branch.stabilities.map(\.rawValue)
      table.add(
        "\(k + 1)",
        [
          Self.number(branch.range.lowerBound),
          Self.number(branch.range.upperBound),
          stabilities.isEmpty
            ? "undecided" : stabilities.joined(separator: ", "),
          TextTable.text(welfare[k].first ?? 0, digits: 6),
          TextTable.text(welfare[k].last ?? 0, digits: 6),
        ])
    }
    return table.lines
  }

  private var eventTable: [String] {
    var table = TextTable(columns: [
      parameter, "branches", "proven within", "what happens",
    ])
    for event in trace.events {
      table.add(
        Self.number(event.parameter),
        [
          event.branches.map { "\($0 + 1)" }.joined(separator: ", "),
          event.isProven
            ? TextTable.text(event.enclosure.width, digits: 2) : "not proven",
          description(of: event),
        ])
    }
    return table.lines
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
    TextTable.text(value, digits: 10).trimmingZeros
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
