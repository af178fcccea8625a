import Games
import Reports

extension FrontAnalysis {
  /// The front beside the equilibria as a report.
  public var report: Report {
    let others: [Report.Section] = [
      .heading("Beside it"), .table(othersTable),
    ]
    return Report(
      title: "\(game.name): Pareto front between "
        + objectives.map(\.name).joined(separator: ", "),
      sections: [.text(verdict), .heading("Front"), .table(frontTable)]
        + others + improvementSections + [.picture(picture)],
      data: json, records: records, isComplete: front.isResolved)
  }

  private var verdict: String {
    let proven = front.points.count(where: \.isProven)
    let count = front.points.count
    let residual = front.points.reduce(0) { max($0, $1.residual) }
    var lines = [
      "\(NumberText.counted(count, "point")), \(proven) proven to be "
        + "globally nondominated; residual at most "
        + NumberText.significant(residual, digits: 2)
    ]
    if let hypervolume {
      let floor = reference.map { NumberText.significant($0) }
        .joined(separator: ", ")
      lines.append(
        "hypervolume \(NumberText.significant(hypervolume, digits: 6)) over "
          + "(\(floor)), nobody sharing")
    }
    if front.gapCount > 0 {
      lines.append(
        "the front has " + NumberText.counted(front.gapCount, "gap"))
    }
    if !front.isResolved {
      lines.append("the number of points that was asked for was not reached")
    }
    return lines.joined(separator: "\n")
  }

  /// A dozen of the points, from one end of the front to the other.
  private var frontTable: Table {
    var table = emptyTable
    let points = front.points
    let last = points.count - 1
    let shown = min(points.count, Self.shownPoints)
    for k in 0..<shown {
      let index = shown > 1 ? k * last / (shown - 1) : 0
      let point = points[index]
      table.add(
        "\(index + 1)" + (point.isProven ? "" : ", not proven"),
        row(point.levels, point.payoffs))
    }
    return table
  }

  private var othersTable: Table {
    var table = emptyTable
    for (k, outcome) in equilibria.enumerated() {
      table.add(
        "equilibrium \(k + 1), \(outcome.equilibrium.stability.rawValue)",
        row(outcome.levels, objectivePayoffs(outcome.payoffs)))
    }
    table.add("optimum", row(optimum.levels, objectivePayoffs(optimum.payoffs)))
    return table
  }

  private var improvementSections: [Report.Section] {
    guard disagreement != nil else {
      return [.text("No stable equilibrium is known to improve on.")]
    }
    guard !improvements.isEmpty else {
      return [.text("No profile was found that makes everybody better off.")]
    }
    var table = emptyTable
    for improvement in improvements {
      table.add(
        improvement.solution.title,
        row(improvement.levels, objectivePayoffs(improvement.payoffs)))
    }
    return [
      .heading("Better for all than the stable equilibrium of least welfare"),
      .table(table),
      .text(improvements.map(sentence).joined(separator: "\n")),
    ]
  }

  /// A table of profiles: levels, if they are few, and payoffs.
  private var emptyTable: Table {
    let levels = showsLevels ? game.variableNames.map { "level " + $0 } : []
    let heads = ["profile"] + levels + objectives.map { "payoff " + $0.name }
    return Table(columns: heads.map { Table.Column($0) })
  }

  private func row(_ levels: [Double], _ payoffs: [Double]) -> [Double] {
    (showsLevels ? levels : []) + payoffs
  }

  private var showsLevels: Bool {
    game.variableNames.count <= Self.shownLevels
  }

  /// Who gains how much, and how far from the best a choice can be.
  private func sentence(_ improvement: Bargain) -> String {
    let gains = improvement.gains
    let gainers = gains.count { $0 > 0 }
    let who =
      gainers == gains.count
      ? "all \(gainers) gain" : "\(gainers) of \(gains.count) gain"
    let quality =
      improvement.isProven
      ? "proven"
      : "not proven, residual "
        + NumberText.significant(improvement.residual, digits: 2)
    return "\(improvement.solution.title): \(who), from "
      + NumberText.significant(improvement.leastGain) + " to "
      + NumberText.significant(gains.max() ?? 0) + "; \(quality)"
  }

  private static var shownPoints: Int { 13 }
  private static var shownLevels: Int { 6 }
}

extension FrontAnalysis {
  /// A row for each point of the front and for each other profile: what it is,
  /// levels, payoffs of the objectives, and for the front residual and proof.
  private var records: Table {
    let heads =
      ["kind"] + game.variableNames.map { "level " + $0 }
      + objectives.map { "payoff " + $0.name } + ["residual", "proven"]
    var table = Table(columns: heads.map { Table.Column($0) })
    for point in front.points {
      table.add(
        "front",
        record(point.levels, point.payoffs, point.residual, point.isProven))
    }
    for outcome in equilibria {
      table.add(
        "equilibrium",
        record(
          outcome.levels, objectivePayoffs(outcome.payoffs), nil,
          outcome.equilibrium.isProven))
    }
    table.add(
      "optimum",
      record(
        optimum.levels, objectivePayoffs(optimum.payoffs), nil,
        optimum.isProven))
    for improvement in improvements {
      table.add(
        improvement.solution.rawValue,
        record(
          improvement.levels, objectivePayoffs(improvement.payoffs), nil, nil))
    }
    return table
  }

  private func record(
    _ levels: [Double], _ payoffs: [Double], _ residual: Double?,
    _ isProven: Bool?
  ) -> [Table.Cell] {
    (levels + payoffs).map { .number($0) } + [
      Table.Cell(residual), isProven.map { .boolean($0) } ?? .none,
    ]
  }
}

extension BargainingSolution {
  /// What the solution is called.
  public var title: String {
    switch self {
    case .egalitarian: "egalitarian"
    case .nash: "Nash"
    case .kalaiSmorodinsky: "Kalai–Smorodinsky"
    case .utilitarian: "utilitarian"
    }
  }
}
