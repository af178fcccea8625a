import Equilibria
import Reports

extension Spread {
  /// The answer as a report.
  public var report: Report {
    Report(
      title: cluster.name, sections: sections, data: json, records: nil)
  }

  private var sections: [Report.Section] {
    switch answer {
    case .threshold(let adoption): thresholdSections(adoption)
    case .course(let course, let seed):
      [
        .text(method(course, seed)), .table(measures(course)),
        .picture(picture(of: course)),
      ] + firmSections(course) + comparison + effectSections
    }
  }

  private func picture(of course: Course) -> SVGDocument {
    AdoptionPicture(
      of: course, names: plan.innovations.map(\.name),
      compared: compared.map { ($0.choice.name, $0.course) }
    ).document
  }

  private var effectSections: [Report.Section] {
    guard let effect else { return [] }
    var table = Table(columns: ["innovation", "measure", "slope", "±"])
    for (a, measures) in slopes(effect).enumerated() {
      for measure in measures {
        table.rows.append([
          .text(plan.innovations[a].name), .text(measure.name),
          .number(measure.value), .number(measure.reach),
        ])
      }
    }
    let value = NumberText.significant(effect.value)
    return [
      .heading("Per unit of \(effect.key), today \(value)"), .table(table),
    ]
  }

  private func method(_ course: Course, _ seed: UInt64) -> String {
    let sharing =
      "Sharing: \(plan.levels.name) "
      + "(\(levels.prefix(8).map { NumberText.significant($0, digits: 2) }.joined(separator: " "))"
      + (levels.count > 8 ? " …" : "") + "). "
    guard let sample = course.sample else {
      return sharing + "Exact, by the Markov chain of all states."
    }
    return sharing
      + "\(NumberText.counted(sample.runs, "run")), seed \(seed); "
      + "± is one standard error."
  }

  private func measures(_ course: Course) -> Table {
    let names = plan.innovations.map(\.name)
    var table = Table(columns: ["measure"] + names.map { Table.Column($0) })
    let all = course.innovations
    func row(_ name: String, _ numbers: [Double?]) {
      table.rows.append([.text(name)] + numbers.map { Table.Cell($0) })
    }
    for percentage in AdoptionCourse.percentages {
      row(
        "\(percentage) % have adopted at",
        all.map { $0.crossing(Double(percentage) / 100) })
    }
    row("fastest growth, share a period", all.map { $0.peak.rate })
    row("at", all.map { $0.peak.time })
    table.rows.append(
      [.text("share at the horizon")] + all.map { .percent($0.final) })
    if let sample = course.sample {
      table.rows.append(
        [.text("±")] + sample.errors.map { .percent($0.final, decimals: 2) })
    }
    if let field = course.meanField {
      table.rows.append(
        [.text("mean field")]
          + field.share.map { .percent($0.last ?? 0) })
    }
    row("area", all.map(\.area))
    row("inequality of delays", all.map(\.inequality))
    if course.gains.contains(where: { $0 != 0 }) {
      row("gain, money", course.gains)
    }
    return table
  }

  private func firmSections(_ course: Course) -> [Report.Section] {
    let shown = 30
    guard cluster.firms.count <= shown else { return tierSections(course) }
    var table = Table(
      columns: ["firm"]
        + plan.innovations.flatMap {
          [Table.Column("reached by \($0.name)"), Table.Column("delay")]
        })
    for i in cluster.firms.indices {
      table.rows.append(
        [.text(cluster.firms[i].name)]
          + course.innovations.flatMap {
            [Table.Cell.percent($0.reach[i]), .number($0.delay[i])]
          })
    }
    return [.table(table)] + tierSections(course)
  }

  private func tierSections(_ course: Course) -> [Report.Section] {
    let groups = course.innovations.map { tiers($0.reach) }
    guard let first = groups.first, !first.isEmpty else { return [] }
    var table = Table(
      columns: ["tier"]
        + plan.innovations.map { Table.Column("reached by \($0.name)") })
    for k in first.indices {
      table.rows.append(
        [.text(first[k].tier.rawValue)] + groups.map { .percent($0[k].mean) })
    }
    return [.table(table)]
  }

  private var comparison: [Report.Section] {
    guard !compared.isEmpty else { return [] }
    var table = Table(columns: [
      "sharing", "innovation", "share at the horizon", "difference", "±",
      "area", "gain",
    ])
    for column in compared {
      let differences = differences(column.course)
      for (a, course) in column.course.innovations.enumerated() {
        table.rows.append([
          .text(column.choice.name), .text(plan.innovations[a].name),
          .percent(course.final), .percent(differences[a][0].value),
          .percent(differences[a][0].reach, decimals: 2),
          .number(course.area), .number(column.course.gains[a]),
        ])
      }
    }
    return [
      .heading("Compared with sharing: \(plan.levels.name)"), .table(table),
    ]
  }

  private func thresholdSections(
    _ adoption: ThresholdAdoption
  ) -> [Report.Section] {
    let count = cluster.firms.count
    let final = adoption.adopters.last ?? 0
    let verdict =
      "\(NumberText.grouped(final)) of \(NumberText.grouped(count)) firms "
      + "adopt, the last of them in period \(adoption.adopters.count - 1). "
      + "Exact."
    var table = Table(columns: ["period", "adopters"])
    for (period, adopters) in adoption.adopters.enumerated() {
      table.rows.append([.integer(period), .integer(adopters)])
    }
    return [
      .text(verdict), .table(table),
      .picture(AdoptionPicture(of: adoption).document),
    ]
  }
}
