import Equilibria
import Reports

extension Growth {
  /// The answer as a report.
  public var report: Report {
    Report(
      title: cluster.name,
      sections: runs.flatMap(sections)
        + [.picture(StockPicture(self).document)] + longRunSections,
      data: json,
      isComplete: longRun.isComplete)
  }

  private func sections(_ run: GrowthRun) -> [Report.Section] {
    let name =
      switch run.play {
      case .equilibrium:
        "An equilibrium in each period (\(run.selection?.rawValue ?? ""))"
      case .foresight: "Firms that look ahead; numerical"
      case .planner: "The path of largest welfare found; numerical"
      }
    var sections: [Report.Section] = [.heading(name), .table(table(run))]
    sections += run.switches.map {
      .text(
        "In period \($0.period) the equilibrium that was followed ends, and "
          + "levels go to another.")
    }
    sections.append(
      .text(
        "Discounted welfare: \(NumberText.significant(run.presentValue))"
          + (run.values.map {
            "; with what follows: "
              + NumberText.significant($0.reduce(0, +))
          } ?? "") + "."))
    return sections
  }

  private func table(_ run: GrowthRun) -> Table {
    let totals = totals(run)
    let phases = LifeCycle.phases(of: totals)
    var table = Table(columns: [
      "period", "knowledge", "phase", "openness", "welfare",
    ])
    let step = max(1, (totals.count + 19) / 20)
    for t in stride(from: 0, to: totals.count, by: step) {
      table.rows.append([
        .integer(t), .number(totals[t]), .text(phases[t].rawValue),
        .percent(run.openness[t]), .number(run.welfare[t]),
      ])
    }
    return table
  }

  /// How many levels name a state.
  private static let mostLevels = 6

  private var longRunSections: [Report.Section] {
    guard longRun.largest != nil else {
      return [
        .heading("In the long run"),
        .text("Knowledge may grow without bound: no state lasts for sure."),
      ]
    }
    var table = Table(columns: [
      "state", "knowledge", "welfare", "contraction", "stable",
    ])
    for (k, state) in longRun.states.enumerated() {
      let shown = state.levels.prefix(Self.mostLevels).map {
        NumberText.fixed($0, decimals: 2)
      }
      let more = state.levels.count > shown.count ? ["…"] : []
      let levels = (shown + more).joined(separator: " ")
      table.rows.append([
        .text("\(k + 1)  \(levels)"), .number(state.knowledge.reduce(0, +)),
        .number(state.welfare), Table.Cell(state.contraction),
        .boolean(state.isStable),
      ])
    }
    let verdict =
      longRun.isComplete
      ? "It is proven that no other state lasts."
      : "There may be other states that last."
    let trap = longRun.trap.map {
      " The cluster can be trapped: state \($0.high + 1) has "
        + "\(NumberText.significant($0.gain)) more welfare a period than state "
        + "\($0.low + 1), and neither is left by small changes."
    }
    return [
      .heading("In the long run")
    ] + (longRun.states.isEmpty ? [] : [.table(table)]) + [
      .text(verdict + (trap ?? ""))
    ]
  }
}
