import Reports

extension Sensitivity {
  /// The ranking as a report.
  ///
  /// - Parameter rows: How many numbers are shown for each equilibrium.
  /// - Returns: The report.
  public func report(rows: Int = 20) -> Report {
    let count = equilibria.count
    let verdict =
      "\(NumberText.counted(count, "equilibrium", "equilibria"))"
      + (isComplete
        ? "; it is proven that there is no other."
        : "; there may be others.")
    return Report(
      title: scenario,
      sections: [.text(verdict)]
        + equilibria.enumerated().flatMap {
          sections($1, number: $0 + 1, rows: rows)
        } + (picture.map { [.picture($0)] } ?? []),
      data: json, records: records, isComplete: isComplete)
  }

  private func sections(
    _ outcome: Outcome, number: Int, rows: Int
  ) -> [Report.Section] {
    var sections: [Report.Section] = [
      .heading(
        "Equilibrium \(number), \(outcome.equilibrium.stability.rawValue), "
          + "welfare \(NumberText.significant(outcome.welfare, digits: 6))")
    ]
    if !outcome.effects.isEmpty {
      sections.append(.table(table(outcome.effects.prefix(rows))))
    }
    let rest = outcome.effects.count - rows
    if rest > 0 { sections.append(.text("and \(rest) more of less effect")) }
    if !outcome.undefined.isEmpty {
      sections.append(
        .text(
          "No derivative, the equilibrium being at a corner or a fold: "
            + outcome.undefined.joined(separator: ", ")))
    }
    return sections
  }

  /// The numbers that move welfare most at each equilibrium; nil if none
  /// moves it.
  public var picture: SVGDocument? {
    let panels = equilibria.enumerated().compactMap { k, outcome in
      panel(of: outcome, number: k + 1)
    }
    guard !panels.isEmpty else { return nil }
    return TornadoPicture(
      title: "\(scenario): elasticities of welfare, in percent for one "
        + "percent more",
      panels: Array(panels.prefix(Self.mostPanels))
    ).document
  }

  private func panel(
    of outcome: Outcome, number: Int
  ) -> TornadoPicture.Panel? {
    let bars = outcome.effects.compactMap { effect in
      effect.elasticity.map {
        TornadoPicture.Bar(name: effect.parameter, low: 0, high: $0)
      }
    }.filter { $0.high != 0 }
    guard !bars.isEmpty else { return nil }
    return TornadoPicture.Panel(
      head: "Equilibrium \(number), "
        + outcome.equilibrium.stability.rawValue,
      middle: 0, bars: Array(bars.prefix(Self.mostBars)))
  }

  /// The most equilibria of a picture.
  private static var mostPanels: Int { 6 }
  /// The most bars of an equilibrium.
  private static var mostBars: Int { 12 }

  private func table(_ effects: some Sequence<Effect>) -> Table {
    Table(
      columns: ["number", "value", "dW/dp", "elasticity"],
      rows: effects.map {
        [
          .text($0.parameter), .number($0.value),
          .number($0.derivative.welfare), Table.Cell($0.elasticity),
        ]
      })
  }

  /// One row for each equilibrium and number: the equilibrium, its stability,
  /// the number, its value, the derivative of welfare, the elasticity, then the
  /// derivative of every level and every payoff.
  private var records: Table {
    let heads =
      [
        "equilibrium", "stability", "number", "value", "welfare",
        "elasticity",
      ] + variables.map { "level \($0)" } + players.map { "payoff \($0)" }
    var table = Table(columns: heads.map { Table.Column($0) })
    for (k, outcome) in equilibria.enumerated() {
      for effect in outcome.effects {
        let derivative = effect.derivative
        let numbers = derivative.levels + derivative.payoffs
        table.rows.append(
          [
            .integer(k + 1), .text(outcome.equilibrium.stability.rawValue),
            .text(effect.parameter), .number(effect.value),
            .number(derivative.welfare), Table.Cell(effect.elasticity),
          ] + numbers.map { .number($0) })
      }
    }
    return table
  }

  /// The machine-readable result.
  private var json: JSONValue {
    .object([
      ("scenario", .text(scenario)),
      ("players", .texts(players)),
      ("variables", .texts(variables)),
      ("equilibria", .list(equilibria.map(\.json))),
      ("complete", .boolean(isComplete)),
      (
        "solver",
        .object([
          ("method", .text("implicit differentiation")),
          ("seconds", .number(seconds)),
          ("version", .text(CoopetitionPackage.version)),
        ])
      ),
    ])
  }
}

extension Sensitivity.Outcome {
  fileprivate var json: JSONValue {
    .object([
      ("levels", .numbers(equilibrium.levels)),
      ("welfare", .number(welfare)),
      ("stability", .text(equilibrium.stability.rawValue)),
      ("proven", .boolean(equilibrium.isProven)),
      ("effects", .list(effects.map(\.json))),
      ("undefined", .texts(undefined)),
    ])
  }
}

extension Sensitivity.Effect {
  fileprivate var json: JSONValue {
    .object([
      ("parameter", .text(parameter)),
      ("value", .number(value)),
      ("welfare", .number(derivative.welfare)),
      ("elasticity", elasticity.map { .number($0) } ?? .null),
      ("levels", .numbers(derivative.levels)),
      ("payoffs", .numbers(derivative.payoffs)),
    ])
  }
}
