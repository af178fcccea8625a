/// What each of several numbers does to an outcome: bars around the middle,
/// the widest on top; one panel below the other for several outcomes.
struct TornadoPicture {
  /// The bars of one outcome.
  struct Panel {
    /// What the panel shows; nil if the title says so.
    var head: String?
    /// The outcome in the middle.
    var middle: Double
    var bars: [Bar]
  }

  /// What one number does.
  struct Bar {
    var name: String
    /// The outcome where the number is low.
    var low: Double
    /// The outcome where it is high.
    var high: Double
  }

  var title: String
  var panels: [Panel]
  /// What the bars towards low and high numbers are called; nil if each bar
  /// has one side.
  var sides: (low: String, high: String)?
  /// Whether the title is drawn too; above a figure of a page it stands anyway.
  var showsTitle = true

  private static let width = 680.0
  private static let row = 24.0
  private static let room = 60.0
  /// Below the bars of a panel, for the number in the middle.
  private static let foot = 26.0
  /// Above the panels, for the title.
  private static let brow = 30.0

  /// The picture.
  var document: SVGDocument {
    let left = PictureText.margin(for: panels.flatMap { $0.bars.map(\.name) })
    let legend = sides.map {
      Legend(
        [($0.low, nil, .orange), ($0.high, nil, .blue)], width: Self.width)
    }
    let brow = showsTitle ? Self.brow : 0
    var top = 10 + brow + (legend?.height ?? 0)
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width,
      height: panels.reduce(top) { $0 + Self.height(of: $1) })
    if showsTitle { PictureText.drawTitle(on: &document, at: (16, 24)) }
    legend?.draw(on: &document, at: (16, brow + 14))
    for panel in panels {
      draw(panel, from: top, left: left, on: &document)
      top += Self.height(of: panel)
    }
    return document
  }

  private static func height(of panel: Panel) -> Double {
    (panel.head == nil ? 0 : row) + row * Double(panel.bars.count) + foot
  }

  private func draw(
    _ panel: Panel, from start: Double, left: Double,
    on document: inout SVGDocument
  ) {
    let middle = panel.middle
    let values = panel.bars.flatMap { [$0.low, $0.high] } + [middle]
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let extent = most > least ? most - least : 1
    func x(_ value: Double) -> Double {
      left + Self.room
        + (value - least) / extent * (Self.width - left - 2 * Self.room)
    }
    var top = start
    if let head = panel.head {
      document.addText(
        head, at: (16, top + 14), style: PictureText.head("start"))
      top += Self.row
    }
    for (k, bar) in panel.bars.enumerated() {
      draw(
        bar, about: middle, at: top + Self.row * Double(k), left: left, x,
        on: &document)
    }
    let bottom = top + Self.row * Double(panel.bars.count)
    document.addLine(
      [(x(middle), top - 2), (x(middle), bottom)],
      style: ["class": Ink.text.line])
    document.addText(
      NumberText.significant(middle), at: (x(middle), bottom + 14),
      style: PictureText.tick("middle"))
  }

  private func draw(
    _ bar: Bar, about middle: Double, at y: Double, left: Double,
    _ x: (Double) -> Double, on document: inout SVGDocument
  ) {
    document.addText(
      PictureText.shortened(bar.name), at: (left - 8, y + 14),
      style: ["text-anchor": "end"])
    for (value, ink) in [(bar.low, Ink.orange), (bar.high, .blue)]
    where value != middle {
      document.addRectangle(
        at: (min(x(value), x(middle)), y + 2),
        width: abs(x(value) - x(middle)), height: 16,
        style: ["class": ink.filled(), "fill-opacity": "0.85"],
        label: "\(bar.name): \(NumberText.significant(value))")
    }
    label(bar, about: middle, at: y + 14, x, on: &document)
  }

  /// Writes the outcomes at the ends of a bar that are not in the middle.
  private func label(
    _ bar: Bar, about middle: Double, at y: Double, _ x: (Double) -> Double,
    on document: inout SVGDocument
  ) {
    let (least, most) = (min(bar.low, bar.high), max(bar.low, bar.high))
    if least < middle {
      document.addText(
        NumberText.significant(least, digits: 3), at: (x(least) - 6, y),
        style: PictureText.tick("end"))
    }
    if most > middle {
      document.addText(
        NumberText.significant(most, digits: 3), at: (x(most) + 6, y),
        style: PictureText.tick("start"))
    }
  }

  private var summary: String {
    panels.map { panel in
      let bars = panel.bars.map {
        "\($0.name): \(NumberText.significant($0.low)) – "
          + NumberText.significant($0.high)
      }.joined(separator: "; ")
      return (panel.head.map { "\($0). " } ?? "") + bars
    }.joined(separator: ". ")
  }
}
