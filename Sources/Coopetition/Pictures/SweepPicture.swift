/// What a finished sweep found: lines over one number, a heat map over two,
/// bars where each uncertain number was put low and high or explains a share.
struct SweepPicture {
  private let plan: SweepPlan
  private let table: SweepTable
  private let summary: SweepSummary

  /// The picture of a sweep; nil if its plan has none, or if there is no
  /// number to draw.
  init?(_ table: SweepTable, _ summary: SweepSummary) {
    plan = table.sweep.plan
    self.table = table
    self.summary = summary
    guard plan.hasPicture, table.columns.contains(where: \.hasNumber),
      !plan.design.hasBars || !bars.panels.isEmpty
    else { return nil }
  }

  /// The picture.
  ///
  /// - Throws: an error if the results cannot be read.
  func document() throws(ScenarioError) -> SVGDocument {
    if plan.design.hasBars { return bars.document }
    return plan.axes.count == 1 ? try lines() : try heat().document
  }

  private var name: String { plan.scenario.name }

  /// The column that is shown: the first number that is not the same
  /// everywhere and does not only say how the search went.
  private var shown: Int {
    let columns = table.columns
    let numbers = columns.indices.filter { columns[$0].hasNumber }
    let telling = numbers.filter {
      !Self.bookkeeping.contains(columns[$0].name) && !columns[$0].isBoolean
    }
    return telling.first { columns[$0].varies } ?? telling.first ?? numbers[0]
  }

  private static let bookkeeping = ["equilibria", "stable"]

  /// What is found in the values of a column in each cell of the grid.
  private func cells<Finding>(
    ofColumn column: Int, _ find: ([Double]) -> Finding
  ) throws(ScenarioError) -> [Finding] {
    try (0..<plan.cellCount).map { cell throws(ScenarioError) in
      find(
        try table.values(ofColumn: column, at: plan.points(ofCell: cell))
          .filter { !$0.isNaN })
    }
  }

  // MARK: One number

  /// A line over the number of the grid.
  private typealias Line = (name: String, values: [Double?])

  private func lines() throws(ScenarioError) -> SVGDocument {
    let axis = plan.axes[0]
    let places = axis.values.indices.sorted {
      axis.values[$0] < axis.values[$1]
    }
    let found =
      plan.design == .grid ? try columnLines() : try quantileLines()
    let heights = found.flatMap { $0.values.compactMap { $0 } }
    var chart = Chart(
      title: "\(name): \(quantity) over \(axis.address)",
      summary: summary(of: found, over: axis),
      horizontal: (axis.address, axis.values), vertical: (quantity, heights))
    for (k, line) in found.enumerated() {
      let (ink, dash) = Self.looks[k % Self.looks.count]
      var piece: [(Double, Double)] = []
      for place in places {
        if let value = line.values[place] {
          piece.append((axis.values[place], value))
        } else {
          chart.addLine(piece, ink: ink, dash: dash)
          piece = []
        }
      }
      chart.addLine(piece, ink: ink, dash: dash)
      chart.explain(line.name, ink: ink, dash: dash)
    }
    return chart.document
  }

  /// What is drawn upwards: `welfare` of `best.welfare`.
  private var quantity: String {
    Self.quantity(of: table.columns[shown].name)
  }

  private static func quantity(of column: String) -> String {
    column.split(separator: ".").last.map(String.init) ?? column
  }

  /// The columns of the quantity that is shown.
  private func columnLines() throws(ScenarioError) -> [Line] {
    let quantity = quantity
    return try table.columns.indices.filter {
      Self.quantity(of: table.columns[$0].name) == quantity
    }.map { column throws(ScenarioError) in
      (table.columns[column].name, try cells(ofColumn: column, \.first))
    }
  }

  /// The mean of the column and the range that holds nine tenths.
  private func quantileLines() throws(ScenarioError) -> [Line] {
    let cells = try cells(ofColumn: shown, SampleStatistics.init)
    return [
      ("mean", cells.map { $0?.mean }),
      ("5 %", cells.map { $0?.quantile(0.05) }),
      ("95 %", cells.map { $0?.quantile(0.95) }),
    ]
  }

  private static let looks: [(Ink, dash: String)] = [
    (.blue, "none"), (.orange, "8 4"), (.green, "2 4"), (.pink, "8 3 2 3"),
    (.gold, "12 4"), (.grey, "4 4"),
  ]

  private func summary(of lines: [Line], over axis: SweepPlan.Axis) -> String {
    lines.map { line in
      let points = zip(axis.values, line.values).map { value, height in
        "\(NumberText.significant(value)): "
          + (height.map { NumberText.significant($0) } ?? "–")
      }
      return "\(line.name) at \(axis.address) \(points.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  // MARK: Two numbers

  /// The column, or its mean, over both numbers.
  private func heat() throws(ScenarioError) -> HeatPicture {
    let (rows, columns) = (plan.axes[0], plan.axes[1])
    let width = columns.values.count
    let column = table.columns[shown].name
    let what = plan.design == .grid ? column : "mean of \(column)"
    let means = try cells(ofColumn: shown) { SampleStatistics($0)?.mean }
    return HeatPicture(
      title: "\(name): \(what) over \(rows.address) and \(columns.address)",
      panels: [
        .init(
          name: what, rows: rows.values.map(\.shortDescription),
          columns: columns.values.map(\.shortDescription),
          values: rows.values.indices.map { row in
            Array(means[(row * width)..<((row + 1) * width)])
          }, axes: (rows.address, columns.address))
      ])
  }

  // MARK: Uncertain numbers

  /// The bars of every cell of the grid and every column that has some.
  private var bars: TornadoPicture {
    let isTornado = plan.design == .tornado
    return TornadoPicture(
      title: isTornado
        ? "\(name): what each uncertain number does"
        : "\(name): shares of the variance that numbers explain",
      panels: Array(summary.groups.flatMap(panels).prefix(Self.mostPanels)),
      sides: isTornado ? ("low", "high") : nil)
  }

  private func panels(of group: SweepSummary.Group) -> [TornadoPicture.Panel] {
    let place = group.at.map { "\($0.key) = \($0.value.shortDescription)" }
    func head(_ column: String) -> String {
      ([column] + place).joined(separator: ", ")
    }
    switch group.findings {
    case .none, .statistics: return []
    case .tornado(let columns):
      return columns.filter { $0.1.bars.contains { $0.swing > 0 } }.map {
        .init(
          head: head($0.column), middle: $0.1.middle,
          bars: $0.1.bars.map {
            .init(name: $0.key, low: $0.low, high: $0.high)
          })
      }
    case .indices(let columns):
      return columns.filter { $0.1.variance > 0 }.map {
        .init(head: head($0.column), middle: 0, bars: bars(of: $0.1))
      }
    }
  }

  /// What each number explains alone and with all its company, the greatest
  /// total on top.
  private func bars(of indices: SobolIndices) -> [TornadoPicture.Bar] {
    plan.uncertain.indices.sorted { indices.total[$0] > indices.total[$1] }
      .flatMap { j in
        let key = plan.uncertain[j].address
        return [
          TornadoPicture.Bar(
            name: "\(key), alone", low: 0, high: indices.first[j]),
          TornadoPicture.Bar(
            name: "\(key), in all", low: 0, high: indices.total[j]),
        ]
      }
  }

  /// The most panels of a picture.
  private static let mostPanels = 8
}

extension SweepPlan {
  /// Whether the results have a picture: those of a grid of one or two
  /// numbers with at most ``mostDrawnCells`` cells, and any in which each
  /// uncertain number has a bar.
  package var hasPicture: Bool {
    list == nil
      && (design.hasBars
        || 1...2 ~= axes.count && cellCount <= Self.mostDrawnCells)
  }

  /// The most cells of a grid that a picture can show.
  package static let mostDrawnCells = 10_000
}

extension SweepDesign {
  /// Whether it says something of each uncertain number.
  fileprivate var hasBars: Bool {
    switch self {
    case .tornado, .indices: true
    case .grid, .sample: false
    }
  }
}
