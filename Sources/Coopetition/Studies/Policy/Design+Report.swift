import Games
import Reports

extension Design {
  /// The design as a report.
  public var report: Report {
    var sections: [Report.Section] = [.text(question), .table(settings)]
    sections.append(.text(verdict))
    if !outcomes.isEmpty { sections.append(.table(equilibria)) }
    if let robustness { sections.append(.text(robustness.sentence)) }
    return Report(
      title: scenario, sections: sections + Report.Section.pictures(picture),
      data: json, isComplete: solution.isProven || solution.isInfeasible)
  }

  /// What is set, a panel for each instrument.
  private var picture: SVGDocument? {
    var addresses: [String] = []
    for setting in instruments where !addresses.contains(setting.address) {
      addresses.append(setting.address)
    }
    return TornadoPicture.fromZero(
      "The best setting",
      addresses.map { address in
        let values = instruments.filter { $0.address == address }.compactMap {
          setting in setting.value.map { (setting.group ?? "all", $0) }
        }
        return (address, values)
      })
  }

  private var question: String {
    let judged =
      switch selection {
      case .worst: "in the worst equilibrium"
      case .best: "in the best equilibrium"
      case .highest: "in the equilibrium of greatest openness"
      case .lowest: "in the equilibrium of least openness"
      }
    let aim =
      isMinimised
      ? "Least spending" : "Best setting by \(objectiveName)"
    let reached = target.map {
      " for an efficiency of \(NumberText.percent($0))"
    }
    return "\(aim)\(reached ?? "") \(judged)."
  }

  /// What the objective is called; the file says sharing for openness.
  private var objectiveName: String {
    objective == "sharing" ? Term.openness.name.english : objective
  }

  private var settings: Table {
    Table(
      columns: ["instrument", "for", "value", "today", "from", "to"],
      rows: instruments.map {
        [
          .text($0.address), .text($0.group ?? "all"),
          Table.Cell($0.value, digits: 6), Table.Cell($0.today, digits: 6),
          .number($0.range.lowerBound), .number($0.range.upperBound),
        ]
      })
  }

  private var verdict: String {
    guard let value else {
      return solution.isInfeasible
        ? "It is proven that no setting satisfies the constraints."
        : "No setting that satisfies the constraints was found."
    }
    let limit =
      solution.isAttained
      ? "" : ", a limit: next to the setting equilibria appear or vanish"
    var sentences = [
      "The value is \(NumberText.significant(value, digits: 6)) "
        + "(today \(todayText))\(limit)."
    ]
    sentences.append(bounded(value))
    if let best = solution.best {
      let count = best.equilibria.count
      sentences.append(
        "\(NumberText.counted(count, "equilibrium", "equilibria")) at it, "
          + (best.isComplete
            ? "proven complete." : "not proven complete."))
    }
    return sentences.joined(separator: " ")
  }

  private var todayText: String {
    guard let worst = solution.today.equilibria.last else { return "unknown" }
    return NumberText.significant(read(worst.objective), digits: 6)
  }

  private func bounded(_ value: Double) -> String {
    guard solution.bound.isFinite else {
      return "How much better a setting could be is not known."
    }
    let limit = read(solution.bound)
    let bound =
      isMinimised
      ? NumberText.roundedDown(limit, digits: 6)
      : NumberText.roundedUp(limit, digits: 6)
    let side = isMinimised ? "least" : "most"
    let gap = NumberText.roundedUp(solution.gap ?? 0, digits: 2)
    return "It is proven that it could be at \(side) \(bound) (gap \(gap))."
  }

  private var equilibria: Table {
    Table(
      columns: [
        "equilibrium", "counts", "objective", "welfare", "spending",
        "fairness", "stability",
      ],
      rows: outcomes.enumerated().map { k, outcome in
        [
          .integer(k + 1), .boolean(k == solution.best?.selected),
          .number(read(outcome.objective), digits: 6),
          .number(outcome.analysis.welfare, digits: 6),
          Table.Cell(outcome.spending, digits: 6),
          Table.Cell(outcome.analysis.commitment?.fairness, digits: 3),
          .text(outcome.analysis.equilibrium.stability.rawValue),
        ]
      })
  }

  private var json: JSONValue { .object(members) }

  /// The machine-readable result; its keys are a contract.
  var members: [(key: String, value: JSONValue)] {
    let selected = solution.best?.selected
    let chosen = selected.map { outcomes[$0] }
    return [
      ("scenario", .text(scenario)), ("firms", .texts(players)),
      ("select", .text(selection.rawValue)), ("objective", .text(objective)),
      ("target", .optional(target)),
      ("instruments", .list(instruments.map(\.json))),
      ("value", .optional(value)),
      (
        "bound", .optional(solution.bound.isFinite ? read(solution.bound) : nil)
      ),
      ("gap", .optional(solution.bound.isFinite ? solution.gap : nil)),
      ("proven", .boolean(solution.isProven)),
      ("attained", .boolean(solution.isAttained)),
      ("feasible", .boolean(value != nil)),
      ("spending", .optional(chosen?.spending)),
      ("investment", .number(investment)),
      ("equilibria", .list(outcomes.map { json($0) })),
      ("selected", selected.map { .integer($0) } ?? .null),
      ("complete", .boolean(solution.best?.isComplete ?? false)),
      ("today", today),
      ("robustness", robustness?.json ?? .null),
      ("solver", solution.json(seconds: seconds)),
    ]
  }

  private var today: JSONValue {
    let values = solution.today.equilibria.map { read($0.objective) }
    return .object([
      ("worst", .optional(isMinimised ? values.max() : values.min())),
      ("best", .optional(isMinimised ? values.min() : values.max())),
      ("equilibria", .integer(values.count)),
    ])
  }

  private func json(_ outcome: Outcome) -> JSONValue {
    .object(
      outcome.analysis.members + [
        ("objective", .number(read(outcome.objective))),
        ("spending", .optional(outcome.spending)),
      ])
  }
}

extension Design.Setting {
  fileprivate var json: JSONValue {
    .object([
      ("set", .text(address)), ("group", group.map { .text($0) } ?? .null),
      ("value", .optional(value)), ("today", .optional(today)),
      ("range", .numbers([range.lowerBound, range.upperBound])),
    ])
  }
}

extension Design.Robustness {
  fileprivate var sentence: String {
    func text(_ value: Double) -> String {
      NumberText.significant(value, digits: 6)
    }
    guard let weak = weak.value else {
      return "No setting was found that reaches the target in any equilibrium."
    }
    guard let robust = robust.value, let price else {
      return
        "In the best equilibrium the target takes \(text(weak)); no setting "
        + "was found that reaches it in every one."
    }
    return "In the best equilibrium the target takes \(text(weak)), in every "
      + "one \(text(robust)): the price of robustness is \(text(price))."
  }

  fileprivate var json: JSONValue {
    .object([
      ("weak", weak.json), ("robust", robust.json),
      ("price", .optional(price)),
    ])
  }
}

extension Design.Robustness.Cheapest {
  fileprivate var json: JSONValue {
    .object([
      ("value", .optional(value)), ("instruments", .numbers(instruments)),
    ])
  }
}

extension CommitmentSolution {
  func json(seconds: Double) -> JSONValue {
    .object([
      ("method", .text("bounds by proven branches, complete searches")),
      ("seconds", .number(seconds)),
      ("evaluations", .integer(progress.boxes + progress.games)),
      ("version", .text(CoopetitionPackage.version)),
      ("termination", .text(termination.rawValue)),
    ])
  }
}
