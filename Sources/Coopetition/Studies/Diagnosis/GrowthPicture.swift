import Reports

/// Growth period by period, contributions stacked, with the index of
/// productivity.
struct GrowthPicture {
  /// The picture.
  let document: SVGDocument

  private static let width = 6.0

  private static func ink(_ part: Int) -> Ink {
    Ink.series[part % Ink.series.count]
  }

  /// The picture of an account.
  init(_ account: GrowthAccount) {
    let names =
      account.contributions.map(\.factor.rawValue) + ["productivity"]
    let columns = account.periods.map { period in
      (period.contributions + [period.productivity]).map {
        100 * $0 / period.years
      }
    }
    let tops = columns.map { $0.reduce(0) { $0 + max(0, $1) } }
    let bottoms = columns.map { $0.reduce(0) { $0 + min(0, $1) } }
    let years = account.periods.map(\.year)
    let first = (years.first ?? 0) - (account.periods.first?.years ?? 1)
    let highest = tops.max() ?? 1
    let index = account.index.map { 100 * ($0 - 1) }
    let scale = highest / max(index.max() ?? 1, 1)
    var chart = Chart(
      title: "Growth by contribution",
      summary: account.sentence,
      horizontal: ("year", [first] + years), isCounting: true,
      vertical: (
        "points of growth a year", tops + bottoms + index.map { $0 * scale }
      ))
    for (year, column) in zip(years, columns) {
      var (up, down) = (0.0, 0.0)
      for (k, value) in column.enumerated() {
        let start = value >= 0 ? up : down
        chart.addLine(
          [(year, start), (year, start + value)],
          ink: Self.ink(k), width: Self.width)
        if value >= 0 { up += value } else { down += value }
      }
    }
    chart.addLine(
      zip([first] + years, index).map { ($0, $1 * scale) },
      ink: .text, dash: "6 3")
    for (k, name) in names.enumerated() {
      chart.explain(
        name, mark: .square, ink: Self.ink(k))
    }
    let last = account.index.last ?? 1
    chart.explain(
      "productivity, 1 to \(NumberText.significant(last, digits: 3))",
      ink: .text, dash: "6 3")
    document = chart.document
  }
}
