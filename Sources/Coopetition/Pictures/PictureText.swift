/// What texts and marks of pictures have in common.
enum PictureText {
  /// The style of a small text beside an axis.
  static func tick(_ anchor: String) -> SVGDocument.Style {
    [
      "text-anchor": anchor, "font-size": "11", "class": Ink.faint.filled(),
    ]
  }

  /// The style of a head.
  static func head(_ anchor: String) -> SVGDocument.Style {
    ["text-anchor": anchor, "font-weight": "600"]
  }

  /// Draws the title of a picture, as far as it fits.
  static func drawTitle(
    on document: inout SVGDocument, at point: (x: Double, y: Double)
  ) {
    let room = Int((document.width - 2 * point.x) / width("m"))
    document.addText(
      DisplayText.shortened(document.title, to: room), at: point,
      style: ["font-size": "16", "font-weight": "bold"])
  }

  /// How wide a text is, about, in pixels.
  static func width(_ text: String) -> Double {
    8.8 * Double(DisplayText.width(text))
  }

  /// The room that names need to the left of a picture.
  static func margin(for names: [String]) -> Double {
    let longest = names.map { width(shortened($0)) }.max() ?? 0
    return max(60, longest + 24)
  }

  /// A name that fits beside a picture.
  static func shortened(_ name: String) -> String {
    DisplayText.shortened(name, to: longestName)
  }

  /// The most columns of a name.
  private static let longestName = 34

  /// Draws a mark.
  static func draw(
    _ mark: Chart.Mark, at point: (x: Double, y: Double), ink: Ink,
    on document: inout SVGDocument
  ) {
    document.addPath(
      mark.path, at: point,
      style: [
        "class": (mark.isOpen ? Ink.page : ink).filled(around: ink),
        "stroke-width": "2",
      ])
  }

  /// Round numbers within a range, to mark on an axis.
  static func roundNumbers(
    in range: ClosedRange<Double>
  ) -> [(value: Double, text: String)] {
    let axis = ChartAxis(
      holding: [range.lowerBound, range.upperBound], pixels: (0, 1),
      margin: 0)
    return axis.marks.map { ($0, axis.label($0)) }
  }
}

/// What marks and inks mean, in lines as wide as a picture.
struct Legend {
  private let entries: [(text: String, mark: Chart.Mark?, ink: Ink)]
  private let places: [(x: Double, y: Double)]
  /// How high the legend is.
  let height: Double

  private static let row = 20.0
  private static let gap = 44.0

  /// A legend; an entry without a mark is a filled square.
  init(
    _ entries: [(text: String, mark: Chart.Mark?, ink: Ink)], width: Double
  ) {
    self.entries = entries
    var places: [(x: Double, y: Double)] = []
    var (x, y) = (0.0, 0.0)
    for entry in entries {
      let step = PictureText.width(entry.text) + Self.gap
      if x > 0 && x + step > width {
        (x, y) = (0, y + Self.row)
      }
      places.append((x, y))
      x += step
    }
    self.places = places
    height = y + Self.row
  }

  /// Draws the legend from a corner on.
  func draw(on document: inout SVGDocument, at corner: (x: Double, y: Double)) {
    for (entry, place) in zip(entries, places) {
      let (x, y) = (corner.x + place.x, corner.y + place.y)
      PictureText.draw(
        entry.mark ?? .square, at: (x, y), ink: entry.ink, on: &document)
      document.addText(entry.text, at: (x + 14, y + 4), style: [:])
    }
  }
}
