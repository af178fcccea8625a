/// What each of several numbers does to an outcome: bars around the middle,
/// the widest on top.
struct TornadoPicture {
  /// What one number does.
  struct Bar {
    var name: String
    /// The outcome where the number is low.
    var low: Double
    /// The outcome where it is high.
    var high: Double
  }

  var title: String
  /// The outcome in the middle.
  var middle: Double
  var bars: [Bar]
  /// What the bars towards low and high numbers are called; nil if each bar
  /// has one side.
  var sides: (low: String, high: String)?

  private static let width = 680.0
  private static let row = 24.0
  private static let room = 60.0

  /// The picture.
  var document: SVGDocument {
    let left = PictureText.margin(for: bars.map(\.name))
    let legend = sides.map {
      Legend(
        [($0.low, nil, .orange), ($0.high, nil, .blue)], width: Self.width)
    }
    let top = 10 + (legend?.height ?? 0)
    let bottom = top + Self.row * Double(bars.count)
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width, height: bottom + 26)
    let values = bars.flatMap { [$0.low, $0.high] } + [middle]
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let extent = most > least ? most - least : 1
    func x(_ value: Double) -> Double {
      left + Self.room
        + (value - least) / extent * (Self.width - left - 2 * Self.room)
    }
    for (k, bar) in bars.enumerated() {
      let y = top + Self.row * Double(k)
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
      label(bar, at: y + 14, x, on: &document)
    }
    document.addLine(
      [(x(middle), top - 6), (x(middle), bottom)],
      style: ["class": Ink.text.line])
    document.addText(
      NumberText.significant(middle), at: (x(middle), bottom + 16),
      style: PictureText.tick("middle"))
    legend?.draw(on: &document, at: (16, 14))
    return document
  }

  /// Writes the outcomes at the ends of a bar that are not in the middle.
  private func label(
    _ bar: Bar, at y: Double, _ x: (Double) -> Double,
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
    bars.map {
      "\($0.name): \(NumberText.significant($0.low)) – "
        + NumberText.significant($0.high)
    }.joined(separator: "; ")
  }
}
