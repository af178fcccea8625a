import Reports

extension Lead {
  /// The first movers as a report.
  public var report: Report {
    func level(_ move: Move) -> Table.Cell {
      guard move.level.count > 1 else { return Table.Cell(move.level.first) }
      return .text(
        move.level.map { NumberText.significant($0) }.joined(separator: ", "))
    }
    let table = Table(
      columns: [
        "leader", "level, worst", "payoff, worst", "level, best",
        "payoff, best", "Nash, worst", "Nash, best",
      ],
      rows: leaders.map {
        [
          .text($0.name), level($0.worst), Table.Cell($0.worst.payoff),
          level($0.best), Table.Cell($0.best.payoff),
          Table.Cell($0.nash?.worst), Table.Cell($0.nash?.best),
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
      ] + Report.Section.pictures(picture),
      data: json,
      isComplete: leaders.allSatisfy {
        $0.worst.solution.isProven && $0.best.solution.isProven
      })
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
