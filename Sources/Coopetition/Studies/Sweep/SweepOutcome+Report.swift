/// How far a sweep is and, when no point is missing, what it found.
package struct SweepOutcome: Sendable {
  /// The sweep.
  package let sweep: Sweep
  /// How many points are done.
  package let done: Int
  /// What the results say; nil while points are missing.
  package let summary: SweepSummary?
  /// The picture of the results; nil while points are missing and where there
  /// is none.
  var picture: SVGDocument?
}

extension SweepOutcome {
  /// The outcome for readers.
  ///
  /// - Parameter folder: The folder of the files.
  /// - Returns: The statistics of every cell of the grid and where the rows
  ///   are.
  package func report(in folder: String) -> Report {
    guard let summary else { return progress }
    let points = NumberText.counted(summary.points, "point")
    let rows = NumberText.counted(summary.points, "row")
    var title =
      "\(sweep.plan.scenario.name): \(points) over "
      + "\(summary.keys.joined(separator: ", ")); "
    if let complete = summary.complete {
      title += "\(NumberText.grouped(complete)) proven complete, "
    }
    title += "\(NumberText.grouped(summary.failed)) failed"
    let written =
      "written: \(folder)/results.csv (\(rows)), "
      + "\(folder)/summary.json"
    return Report(
      title: title,
      sections: summary.groups.flatMap(sections(of:))
        + [picture.map(Report.Section.picture), .text(written)]
        .compactMap(\.self),
      data: summary.json)
  }

  /// What is said before the last point is there.
  private var progress: Report {
    let total = sweep.plan.pointCount
    let count =
      "\(NumberText.grouped(done)) of \(NumberText.counted(total, "point"))"
    return Report(
      title: "\(sweep.plan.scenario.name): \(count)",
      sections: [
        .text(
          "The rest is computed by the other shards, or by the same command "
            + "again, without --shard if there are no others; whoever finds all "
            + "points writes the results.")
      ],
      data: .object([
        ("points", .integer(total)), ("done", .integer(done)),
      ]), isComplete: false)
  }

  private func sections(of group: SweepSummary.Group) -> [Report.Section] {
    let head = group.at.map { "\($0.key) = \($0.value.shortDescription)" }
      .joined(separator: ", ")
    let tables: [Report.Section]
    switch group.findings {
    case .none: return []
    case .statistics(let columns): tables = [.table(table(of: columns))]
    case .indices(let columns): tables = columns.map { .table(table(of: $0)) }
    case .tornado(let columns): tables = columns.map { .table(table(of: $0)) }
    }
    return (head.isEmpty ? [] : [.heading(head)]) + tables
  }

  private func table(
    of columns: [(column: String, SweepSummary.Statistic)]
  ) -> Table {
    var table = Table(
      columns: ["column", "mean", "± 95 %", "5 %", "median", "95 %"])
    for (column, statistic) in columns {
      switch statistic {
      case .nothing:
        table.add(column, [.none, .none, .none, .none, .none])
      case .number(let found):
        let z = NormalDistribution.quantile(0.975)
        table.add(
          column,
          [
            found.mean, z * found.standardError, found.quantile(0.05),
            found.quantile(0.5), found.quantile(0.95),
          ].map { .number($0, digits: 3) })
      case .share(let share):
        let (lower, upper) = share.interval
        let interval =
          NumberText.fixed(100 * lower, decimals: 1) + " – "
          + NumberText.percent(upper)
        table.add(
          column,
          [.percent(share.share), .text(interval), .none, .none, .none])
      }
    }
    return table
  }

  private func table(
    of finding: (column: String, SobolIndices)
  ) -> Table {
    let (column, indices) = finding
    var table = Table(
      indices.variance > 0
        ? "What explains \(column)" : "\(column) is the same at every point",
      columns: ["number", "first", "± 95 %", "total", "± 95 %"])
    guard indices.variance > 0 else { return table }
    for (j, number) in sweep.plan.uncertain.enumerated() {
      let first = indices.firstIntervals[j], total = indices.totalIntervals[j]
      table.add(
        number.address,
        [
          indices.first[j], (first[1] - first[0]) / 2, indices.total[j],
          (total[1] - total[0]) / 2,
        ].map { .number($0, digits: 2) })
    }
    return table
  }

  private func table(of finding: (column: String, Tornado)) -> Table {
    let (column, tornado) = finding
    var table = Table(
      "\(column), \(NumberText.significant(tornado.middle)) in the middle",
      columns: ["number", "low", "high", "swing"])
    for bar in tornado.bars {
      table.add(bar.key, [bar.low, bar.high, bar.swing])
    }
    return table
  }
}
