/// What a memo shows of a finished sweep.
struct SweepDigest: Sendable {
  /// How many points it has.
  var points: Int
  /// The values of a column over a grid of two numbers, if it has one.
  var grid: Grid?
  /// What each uncertain number does to a column, if it asked for that.
  var tornado: (column: String, found: Tornado)?

  /// A column over two numbers.
  struct Grid: Sendable {
    var column: String
    var keys: [String]
    var rows: [Double]
    var columns: [Double]
    var values: [[Double?]]
  }

  /// Reads the folder of a finished sweep.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - fingerprint: That of the scenario which the sweep has varied.
  /// - Throws: an error if it is none, is not finished, or is of another
  ///   scenario.
  init(folder: String, of fingerprint: String) throws(ScenarioError) {
    let plan = try Self.document("\(folder)/sweep.json")
    guard let swept = plan["fingerprint"]?.scalar, swept == fingerprint else {
      let name = plan["scenario"]?.scalar.map { " (\($0))" } ?? ""
      throw ScenarioError(
        file: "\(folder)/sweep.json",
        "is a sweep of another scenario\(name), or of this one before it was "
          + "changed; run coopetition sweep on this file into another folder, "
          + "and name that folder")
    }
    let summary = try Self.document("\(folder)/summary.json")
    guard let points = summary["points"]?.count else {
      throw ScenarioError(file: "\(folder)/summary.json", "has no points")
    }
    self.points = points
    tornado = Self.tornado(in: summary)
    grid = try Self.grid(in: plan, folder: folder)
  }

  private static func document(
    _ path: String
  ) throws(ScenarioError) -> DocumentNode {
    do throws(ScenarioError) {
      let bytes = try FileBytes(path: path)
        .readAll(limit: YAMLDocument.mostBytes)
      return try YAMLDocument.parse(SourceText.decode(bytes))
    } catch {
      throw error.inFile(path)
    }
  }

  /// The first column of which a number has a swing.
  private static func tornado(
    in summary: DocumentNode
  ) -> (column: String, found: Tornado)? {
    let group = summary["groups"]?.elements.first
    let found = (group?["tornado"]?.elements ?? []).compactMap {
      entry -> (column: String, found: Tornado)? in
      guard let column = entry["column"]?.scalar,
        let middle = entry["middle"]?.number
      else { return nil }
      let bars = (entry["bars"]?.elements ?? []).compactMap { bar in
        Tornado.Bar(
          key: bar["key"]?.scalar ?? "", low: bar["low"]?.number ?? middle,
          high: bar["high"]?.number ?? middle)
      }
      return (column, Tornado(middle: middle, bars: bars))
    }
    let prefix = ["equilibria", "stable", "complete", "proven"]
    let shown = found.filter { !prefix.contains($0.column) }
    return shown.first { $0.found.bars.contains { $0.swing > 0 } }
      ?? shown.first
  }

  /// The first column over the two numbers of a grid of points.
  private static func grid(
    in plan: DocumentNode, folder: String
  ) throws(ScenarioError) -> Grid? {
    let axes = plan["design"]?["axes"]?.elements ?? []
    guard plan["design"]?["name"]?.scalar == "grid", axes.count == 2,
      let column = plan["columns"]?.elements.first?.scalar
    else { return nil }
    let values = axes.map {
      ($0["values"]?.elements ?? []).compactMap(\.number)
    }
    let path = "\(folder)/results.csv"
    var cells: [Double?] = []
    do throws(ScenarioError) {
      var reader = try CSVReader(path: path)
      _ = try reader.advance()
      while try reader.advance() {
        cells.append(DecimalNumber.parse(reader[3]))
      }
    } catch {
      throw error.inFile(path)
    }
    let width = values[1].count
    guard cells.count == values[0].count * width else { return nil }
    return Grid(
      column: column, keys: axes.compactMap { $0["key"]?.scalar },
      rows: values[0], columns: values[1],
      values: values[0].indices.map {
        Array(cells[($0 * width)..<(($0 + 1) * width)])
      })
  }
}

extension DocumentNode {
  /// The elements of a list; none if it is no list.
  fileprivate var elements: [DocumentNode] {
    if case .list(let nodes) = self { nodes } else { [] }
  }

  /// The text of a scalar.
  fileprivate var scalar: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }

  /// The number that a scalar is.
  fileprivate var number: Double? {
    scalar.flatMap { DecimalNumber.parse($0) }
  }

  /// The count that a scalar is.
  fileprivate var count: Int? { scalar.flatMap { Int($0) } }
}

extension Memo {
  /// The pictures of a sweep.
  var sweepFigures: [Figure] {
    [sweep?.tornado.map(tornadoFigure), sweep?.grid.map(gridFigure)]
      .compactMap { $0 }
  }

  private func tornadoFigure(
    _ tornado: (column: String, found: Tornado)
  ) -> Figure {
    let title = text(.tornado, ["column": tornado.column])
    var table = Table(
      columns: [.init(text(.key)), .init(text(.low)), .init(text(.high))])
    for bar in tornado.found.bars {
      table.add(readable(bar.key), [bar.low, bar.high])
    }
    return Figure(
      title,
      TornadoPicture(
        title: title,
        panels: [
          .init(
            middle: tornado.found.middle,
            bars: tornado.found.bars.map {
              .init(name: readable($0.key), low: $0.low, high: $0.high)
            })
        ], sides: (text(.low), text(.high)), showsTitle: false
      ).document,
      caption: text(.tornadoCaption), table: table)
  }

  private func gridFigure(_ grid: SweepDigest.Grid) -> Figure {
    let keys = grid.keys.joined(separator: " × ")
    let title = text(.heat, ["column": grid.column, "keys": keys])
    let columns = grid.columns.map(\.shortDescription)
    var table = Table(columns: [.init(keys)] + columns.map { .init($0) })
    for (k, row) in grid.rows.enumerated() {
      table.add(row.shortDescription, grid.values[k].map { .init($0) })
    }
    return Figure(
      title,
      HeatPicture(
        title: title,
        panels: [
          .init(
            name: grid.column, rows: grid.rows.map(\.shortDescription),
            columns: columns, values: grid.values)
        ]
      ).document,
      caption: text(.heatCaption), table: table)
  }
}
