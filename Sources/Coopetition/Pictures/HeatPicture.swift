/// One or more matrices of numbers side by side, the greater the darker.
struct HeatPicture {
  /// A matrix; cells without a number are left open.
  struct Panel {
    var name: String
    var rows: [String]
    var columns: [String]
    var values: [[Double?]]
  }

  var title: String
  var panels: [Panel]

  private static let width = 680.0

  /// The picture.
  var document: SVGDocument {
    let side = Self.width / Double(max(1, panels.count))
    let most = panels.map { max($0.rows.count, $0.columns.count) }.max() ?? 1
    let margin =
      panels.map { PictureText.margin(for: $0.rows) - 20 }.max() ?? 40
    let cell = min(28, (side - margin - 10) / Double(max(1, most)))
    let rows = panels.map(\.rows.count).max() ?? 0
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width,
      height: 48 + cell * Double(rows))
    for (k, panel) in panels.enumerated() {
      draw(
        panel, at: side * Double(k) + margin, cell: cell, on: &document)
    }
    return document
  }

  private func draw(
    _ panel: Panel, at left: Double, cell: Double,
    on document: inout SVGDocument
  ) {
    let numbers = panel.values.joined().compactMap { $0 }
    let (least, most) = (min(0, numbers.min() ?? 0), numbers.max() ?? 0)
    let extent = most > least ? most - least : 1
    let range = [least, most].map { NumberText.significant($0, digits: 2) }
    document.addText(
      "\(panel.name) (\(range[0]) – \(range[1]))", at: (left, 14),
      style: PictureText.head("start"))
    for (j, name) in panel.columns.enumerated() {
      document.addText(
        name, at: (left + cell * (Double(j) + 0.5), 32),
        style: PictureText.tick("middle"))
    }
    for (i, name) in panel.rows.enumerated() {
      let y = 37 + cell * Double(i)
      document.addText(
        name, at: (left - 6, y + cell / 2 + 4), style: PictureText.tick("end"))
      for (j, value) in panel.values[i].enumerated() {
        guard let value else { continue }
        let share = (value - least) / extent
        document.addRectangle(
          at: (left + cell * Double(j), y), width: cell - 1, height: cell - 1,
          style: [
            "class": Ink.blue.filled(around: .grid), "stroke-width": "0.5",
            "fill-opacity": NumberText.fixed(share, decimals: 3),
          ],
          label: "\(name), \(panel.columns[j]): "
            + NumberText.significant(value, digits: 3))
      }
    }
  }

  private var summary: String {
    panels.map { panel in
      let rows = zip(panel.rows, panel.values).map { name, values in
        let texts = values.map {
          $0.map { NumberText.significant($0, digits: 3) } ?? "–"
        }
        return "\(name): \(texts.joined(separator: " "))"
      }
      return "\(panel.name). \(rows.joined(separator: "; "))"
    }.joined(separator: ". ")
  }
}
