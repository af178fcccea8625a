import Reports

extension Lead {
  /// The first movers as a report.
  public var report: Report {
    let table = Table(
      columns: [
        "leader", "level, worst", "payoff, worst",
        Table.Column("bound, worst", isOptional: true), "level, best",
        "payoff, best", Table.Column("bound, best", isOptional: true),
        "Nash, worst", "Nash, best",
        Table.Column("not proven", isOptional: true),
      ],
      rows: leaders.map {
        [.text($0.name)] + $0.worst.cells + $0.best.cells + [
          Table.Cell($0.nash?.worst), Table.Cell($0.nash?.best),
          .text($0.notProven.joined(separator: ", ")),
        ]
      })
    return Report(
      title: scenario,
      sections: [
        .text(
          "What each would do by moving first, if the worst and if the best "
            + "equilibrium of the others follows; beside it what it earns "
            + "where all move at once."),
        .table(table),
      ] + remarks + Report.Section.pictures(picture),
      data: json,
      isComplete: leaders.allSatisfy {
        $0.worst.solution.isProven && $0.best.solution.isProven
      })
  }

  /// What bounds and marks in the table mean, where there are any.
  private var remarks: [Report.Section] {
    let hasBounds = leaders.contains {
      $0.worst.bound != .none || $0.best.bound != .none
    }
    let hasMarks = leaders.contains { !$0.notProven.isEmpty }
    let texts =
      (hasBounds ? ["No first move earns more than its bound."] : [])
      + (hasMarks
        ? [
          "Not proven: a first move may be better by more than the gap, or an "
            + "equilibrium (Nash) may be missing."
        ] : [])
    return texts.isEmpty ? [] : [.text(texts.joined(separator: " "))]
  }

  /// Payoffs that differ by less, relative to them, are the same.
  private static let rounding = 1e-9

  /// What each gains by moving first.
  private var picture: SVGDocument? {
    func gains(
      _ move: KeyPath<Leader, Move>, over nash: (Leader) -> Double?
    ) -> [(name: String, value: Double)] {
      leaders.compactMap { leader in
        guard let payoff = leader[keyPath: move].payoff,
          let before = nash(leader)
        else { return nil }
        let size = max(abs(payoff), abs(before))
        let isNoise = abs(payoff - before) <= Self.rounding * size
        return (leader.name, isNoise ? 0 : payoff - before)
      }
    }
    return TornadoPicture.fromZero(
      "What each gains by moving first",
      [
        (
          "if the worst equilibrium follows",
          gains(\.worst) { $0.nash?.worst }
        ),
        ("if the best equilibrium follows", gains(\.best) { $0.nash?.best }),
      ])
  }

  private var json: JSONValue {
    .object([
      ("scenario", .text(scenario)), ("firms", .texts(players)),
      ("leaders", .list(leaders.map(\.json))),
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

extension Lead.Leader {
  /// Which of its numbers are not proven.
  fileprivate var notProven: [String] {
    [
      ("worst", worst.solution.isProven), ("best", best.solution.isProven),
      ("Nash", isNashComplete),
    ].filter { !$0.1 }.map(\.0)
  }

  fileprivate var json: JSONValue {
    .object([
      ("leader", .text(name)), ("worst", worst.json), ("best", best.json),
      (
        "nash",
        .object([
          ("worst", .optional(nash?.worst)), ("best", .optional(nash?.best)),
        ])
      ),
    ])
  }
}

extension Lead.Move {
  /// What the table shows: level, payoff and bound.
  fileprivate var cells: [Table.Cell] {
    let levels = level.map { NumberText.significant($0) }
    return [
      level.count > 1
        ? .text(levels.joined(separator: ", ")) : Table.Cell(level.first),
      Table.Cell(payoff), bound,
    ]
  }

  /// The bound where it differs from the payoff in the digits shown.
  fileprivate var bound: Table.Cell {
    guard solution.bound.isFinite else { return .text("unknown") }
    if let payoff, NumberText.agree(payoff, solution.bound) { return .none }
    return .number(solution.bound)
  }

  fileprivate var json: JSONValue {
    let bound = solution.bound.isFinite ? solution.bound : nil
    return .object([
      (
        "level",
        level.count == 1 ? .number(level[0]) : .numbers(level)
      ),
      ("payoff", .optional(payoff)), ("welfare", .optional(welfare)),
      ("levels", .numbers(levels)), ("bound", .optional(bound)),
      ("gap", .optional(bound == nil ? nil : solution.gap)),
      ("proven", .boolean(solution.isProven)),
      ("attained", .boolean(solution.isAttained)),
    ])
  }
}
