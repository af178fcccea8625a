import Equilibria
import Reports

/// The levels of firms from period to period, or the lowest, the mean and the
/// highest of them where there are many firms.
struct PathPicture {
  /// The picture.
  let document: SVGDocument

  /// More firms than this are not drawn one by one.
  private static let lineLimit = 9
  /// The fewest periods that are drawn.
  private static let shortest = 10

  /// The picture of a path, up to a little after it has arrived.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - names: The names of the players.
  ///   - outcome: Where the path ends, in words.
  init(of path: Attractors.Path, names: [String], outcome: String) {
    let last = min(
      path.levels.count - 1, max(Self.shortest, path.periods / 2))
    let levels = Array(path.levels[...last])
    let periods = levels.indices.map(Double.init)
    let lines = Self.lines(of: levels, names)
    var chart = Chart(
      title: "Levels period by period", summary: outcome,
      horizontal: ("period", periods), isCounting: true,
      vertical: ("level", [0] + lines.flatMap(\.values)))
    for (k, line) in lines.enumerated() {
      let ink = Ink.series[k % Ink.series.count]
      chart.addLine(Array(zip(periods, line.values)), ink: ink)
      if let end = line.values.last {
        chart.addMark(
          Chart.Mark.allCases[k % Chart.Mark.allCases.count],
          at: (Double(last), end), ink: ink)
      }
      chart.explain(
        PictureText.shortened(line.name),
        mark: Chart.Mark.allCases[k % Chart.Mark.allCases.count], ink: ink)
    }
    document = chart.document
  }

  private static func lines(
    of levels: [[Double]], _ names: [String]
  ) -> [(name: String, values: [Double])] {
    guard names.count > lineLimit else {
      return names.enumerated().map { i, name in (name, levels.map { $0[i] }) }
    }
    return [
      ("highest", levels.map { $0.max() ?? 0 }),
      ("mean", levels.map { $0.reduce(0, +) / Double($0.count) }),
      ("lowest", levels.map { $0.min() ?? 0 }),
    ]
  }
}
