/// One or more matrices of numbers side by side, the greater the darker.
struct HeatPicture {
  /// A matrix; cells without a number are left open.
  struct Panel {
    var name: String
    var rows: [String]
    var columns: [String]
    var values: [[Double?]]
    /// What rows and columns are; nil if the names say so.
    var axes: (rows: String, columns: String)?
  }

  var title: String
  var panels: [Panel]

  private static let width = 680.0

  private static let row = 28.0
  /// Above the cells, for the head and the names of columns.
  private static let top = 38.0
  /// Below them, for what the columns are.
  private static let foot = 24.0

  /// The picture.
  var document: SVGDocument {
    let side = Self.width / Double(max(1, panels.count))
    let margin = panels.map(Self.margin).max() ?? 40
    let room = side - margin - 10
    let rows = panels.map(\.rows.count).max() ?? 0
    let most = panels.map { max($0.rows.count, $0.columns.count) }.max() ?? 1
    let height = min(Self.row, room / Double(max(1, most)))
    let hasAxes = panels.contains { $0.axes != nil }
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width,
      height: Self.top + height * Double(rows) + (hasAxes ? Self.foot : 10))
    for (k, panel) in panels.enumerated() {
      let width = Self.cellWidth(of: panel, height: height, room: room)
      draw(
        panel, at: side * Double(k) + margin, cell: (width, height),
        on: &document)
    }
    return document
  }

  /// The room for the names of rows, and for what they are above them.
  private static func margin(of panel: Panel) -> Double {
    max(
      PictureText.margin(for: panel.rows) - 20,
      panel.axes.map { PictureText.margin(for: [$0.rows]) } ?? 0)
  }

  /// A cell is square, or as wide as the names of columns where there is room.
  private static func cellWidth(
    of panel: Panel, height: Double, room: Double
  ) -> Double {
    let longest = panel.columns.map(PictureText.width).max() ?? 0
    return min(
      max(height, longest + 8), room / Double(max(1, panel.columns.count)))
  }

  private func draw(
    _ panel: Panel, at left: Double, cell: (width: Double, height: Double),
    on document: inout SVGDocument
  ) {
    let numbers = panel.values.joined().compactMap { $0 }
    let (least, most) = (min(0, numbers.min() ?? 0), numbers.max() ?? 0)
    let extent = most > least ? most - least : 1
    drawNames(of: panel, from: (least, most), at: left, cell, on: &document)
    for (i, name) in panel.rows.enumerated() {
      for (j, value) in panel.values[i].enumerated() {
        guard let value else { continue }
        let share = (value - least) / extent
        document.addRectangle(
          at: (
            left + cell.width * Double(j),
            Self.top - 1 + cell.height * Double(i)
          ), width: cell.width - 1, height: cell.height - 1,
          style: [
            "class": Ink.blue.filled(around: .grid), "stroke-width": "0.5",
            "fill-opacity": NumberText.fixed(share, decimals: 3),
          ],
          label: "\(name), \(panel.columns[j]): "
            + NumberText.significant(value, digits: 3))
      }
    }
  }

  private func drawNames(
    of panel: Panel, from range: (least: Double, most: Double),
    at left: Double, _ cell: (width: Double, height: Double),
    on document: inout SVGDocument
  ) {
    let ends = [range.least, range.most].map {
      NumberText.significant($0, digits: 2)
    }
    document.addText(
      "\(panel.name) (\(ends[0]) – \(ends[1]))", at: (left, 14),
      style: PictureText.head("start"))
    let longest = panel.columns.map(PictureText.width).max() ?? 0
    let step = max(1, Int((longest / max(1, cell.width)).rounded(.up)))
    for j in stride(from: 0, to: panel.columns.count, by: step) {
      document.addText(
        panel.columns[j], at: (left + cell.width * (Double(j) + 0.5), 32),
        style: PictureText.tick("middle"))
    }
    for (i, name) in panel.rows.enumerated() {
      let y = Self.top - 1 + cell.height * (Double(i) + 0.5)
      document.addText(
        name, at: (left - 6, y + 4), style: PictureText.tick("end"))
    }
    guard let axes = panel.axes else { return }
    document.addText(
      axes.rows, at: (left - 6, 32), style: PictureText.head("end"))
    document.addText(
      axes.columns,
      at: (
        left, Self.top + cell.height * Double(panel.rows.count) + 16
      ), style: PictureText.head("start"))
  }

  private var summary: String {
    panels.map { panel in
      let axes = panel.axes.map { " (\($0.rows) by \($0.columns))" } ?? ""
      let rows = zip(panel.rows, panel.values).map { name, values in
        let texts = values.map {
          $0.map { NumberText.significant($0, digits: 3) } ?? "–"
        }
        return "\(name): \(texts.joined(separator: " "))"
      }
      return "\(panel.name)\(axes). \(rows.joined(separator: "; "))"
    }.joined(separator: ". ")
  }
}
