import Games

extension FrontAnalysis {
  /// The front beside the equilibria as a report for people.
  public var text: String {
    let sections = [heading, frontSection, othersSection, improvementSection]
    return sections.map { $0.joined(separator: "\n") }.joined(
      separator: "\n\n")
  }

  private var heading: [String] {
    let proven = front.points.count(where: \.isProven)
    let count = front.points.count
    var lines = [
      "\(game.name): Pareto front between "
        + objectives.map(\.name).joined(separator: ", "),
      "",
      "\(count) \(count == 1 ? "point" : "points"), \(proven) proven to be "
        + "globally nondominated; residual at most "
        + TextTable.text(
          front.points.reduce(0) { max($0, $1.residual) }, digits: 2),
    ]
    if let hypervolume {
      let floor = reference.map { TextTable.text($0) }.joined(separator: ", ")
      lines.append(
        "hypervolume \(TextTable.text(hypervolume, digits: 6)) over "
          + "(\(floor)), nobody sharing")
    }
    if front.gapCount > 0 {
      lines.append(
        "the front has \(front.gapCount) "
          + (front.gapCount == 1 ? "gap" : "gaps"))
    }
    if !front.isResolved {
      lines.append("the number of points that was asked for was not reached")
    }
    return lines
  }

  /// A dozen of the points, from one end of the front to the other.
  private var frontSection: [String] {
    var table = FrontTable(self)
    let points = front.points
    let last = points.count - 1
    let shown = min(points.count, Self.shownPoints)
    for k in 0..<shown {
      let index = shown > 1 ? k * last / (shown - 1) : 0
      table.add("\(index + 1)", points[index].levels, points[index].payoffs)
    }
    return ["Front"] + table.lines
  }

  private var othersSection: [String] {
    var table = FrontTable(self)
    for (k, outcome) in equilibria.enumerated() {
      table.add(
        "equilibrium \(k + 1), \(outcome.equilibrium.stability.rawValue)",
        outcome.levels, objectivePayoffs(outcome.payoffs))
    }
    table.add("optimum", optimum.levels, objectivePayoffs(optimum.payoffs))
    return ["Beside it"] + table.lines
  }

  private var improvementSection: [String] {
    guard disagreement != nil else {
      return ["No stable equilibrium is known to improve on."]
    }
    guard !improvements.isEmpty else {
      return ["No profile was found that makes everybody better off."]
    }
    var table = FrontTable(self)
    for improvement in improvements {
      table.add(
        improvement.solution.title, improvement.levels,
        objectivePayoffs(improvement.payoffs))
    }
    return ["Better for all than the stable equilibrium of least welfare"]
      + table.lines + improvements.map(sentence)
  }

  /// Who gains how much, and how far from the best a choice can be.
  private func sentence(_ improvement: Improvement) -> String {
    let gains = improvement.gains
    let gainers = gains.count { $0 > 0 }
    let who =
      gainers == gains.count
      ? "all \(gainers) gain" : "\(gainers) of \(gains.count) gain"
    let quality =
      improvement.isProven
      ? "proven"
      : "not proven, residual "
        + TextTable.text(improvement.residual, digits: 2)
    return "\(improvement.solution.title): \(who), from "
      + TextTable.text(improvement.leastGain) + " to "
      + TextTable.text(gains.max() ?? 0) + "; \(quality)"
  }

  private static var shownPoints: Int { 13 }
}

/// A table of profiles: levels, if they are few, and payoffs.
private struct FrontTable {
  private let showsLevels: Bool
  private var table: TextTable
  var lines: [String] { table.lines }

  init(_ analysis: FrontAnalysis) {
    let variables = analysis.game.variableNames
    showsLevels = variables.count <= 6
    table = TextTable(
      columns: [""] + (showsLevels ? variables.map { "level " + $0 } : [])
        + analysis.objectives.map { "payoff " + $0.name })
  }

  mutating func add(_ name: String, _ levels: [Double], _ payoffs: [Double]) {
    table.add(name, (showsLevels ? levels : []) + payoffs)
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
