/// A chart with two axes, a frame, lines, marks and a legend.
package struct Chart {
  /// How a mark looks; the shapes differ so that they do without colour.
  package enum Mark: CaseIterable {
    case dot, ring, square, openSquare, diamond, triangle, cross, star

    /// The outline about the point, in the syntax of SVG.
    package var path: String {
      switch self {
      case .dot, .ring: "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0"
      case .square, .openSquare: "M-5,-5h10v10h-10z"
      case .diamond: "M0,-7l7,7l-7,7l-7,-7z"
      case .triangle: "M0,-7l7,12h-14z"
      case .cross: "M-5,-5l10,10M-5,5l10,-10"
      case .star: "M0,-8l2,6h6l-5,4l2,6l-5,-4l-5,4l2,-6l-5,-4h6z"
      }
    }

    /// Whether the ground is seen inside.
    package var isOpen: Bool {
      switch self {
      case .ring, .openSquare, .cross: true
      default: false
      }
    }
  }

  package private(set) var document: SVGDocument
  let horizontal: ChartAxis
  let vertical: ChartAxis
  private var legendCount = 0.0

  /// A chart whose axes hold some numbers; those of the horizontal one are
  /// marked as whole numbers if it counts something.
  package init(
    title: String, summary: String,
    horizontal: (name: String, numbers: [Double]), isCounting: Bool = false,
    vertical: (name: String, numbers: [Double])
  ) {
    document = SVGDocument(
      title: title, summary: summary, width: Self.width, height: Self.height)
    self.horizontal = ChartAxis(
      holding: horizontal.numbers, pixels: (Self.left, Self.right),
      isWhole: isCounting)
    self.vertical = ChartAxis(
      holding: vertical.numbers, pixels: (Self.bottom, Self.top))
    document.addText(
      title, at: (Self.left, 24),
      style: ["font-size": "16", "font-weight": "bold"])
    drawFrame()
    document.addText(
      horizontal.name, at: ((Self.left + Self.right) / 2, Self.bottom + 40),
      style: ["text-anchor": "middle"])
    document.addText(
      vertical.name, at: (Self.left, Self.top - 8),
      style: ["text-anchor": "start"])
  }

  private mutating func drawFrame() {
    let frame = "M\(Self.left),\(Self.top)V\(Self.bottom)H\(Self.right)"
    for mark in horizontal.marks {
      let x = horizontal.pixel(mark)
      document.addLine(
        [(x, Self.top), (x, Self.bottom)], style: ["class": Ink.grid.line])
      document.addText(
        horizontal.label(mark), at: (x, Self.bottom + 18),
        style: ["text-anchor": "middle", "font-size": "11"])
    }
    for mark in vertical.marks {
      let y = vertical.pixel(mark)
      document.addLine(
        [(Self.left, y), (Self.right, y)], style: ["class": Ink.grid.line])
      document.addText(
        vertical.label(mark), at: (Self.left - 6, y + 4),
        style: ["text-anchor": "end", "font-size": "11"])
    }
    document.addPath(frame, style: ["fill": "none", "class": Ink.text.line])
  }

  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (horizontal.pixel(x), vertical.pixel(y))
  }

  /// Draws a line through points.
  package mutating func addLine(
    _ points: [(Double, Double)], ink: Ink, dash: String = "none",
    width: Double = 2
  ) {
    document.addLine(
      points.map { place($0.0, $0.1) },
      style: [
        "class": ink.line, "stroke-width": "\(width)",
        "stroke-dasharray": dash, "stroke-linejoin": "round",
      ])
  }

  /// Draws a mark at a point.
  package mutating func addMark(
    _ mark: Mark, at point: (Double, Double), ink: Ink
  ) {
    draw(mark, at: place(point.0, point.1), ink: ink)
  }

  private mutating func draw(
    _ mark: Mark, at point: (x: Double, y: Double), ink: Ink
  ) {
    document.addPath(
      mark.path, at: point,
      style: [
        "class": (mark.isOpen ? Ink.page : ink).filled(around: ink),
        "fill-opacity": mark == .cross ? "0" : "1",
        "stroke-width": "2",
      ])
  }

  /// Adds a line to the legend: a mark, or a line if there is none.
  package mutating func explain(
    _ text: String, mark: Mark? = nil, ink: Ink, dash: String = "none"
  ) {
    let y = Self.top + 10 + 22 * legendCount
    let x = Self.right + 24
    if let mark {
      draw(mark, at: (x, y), ink: ink)
    } else {
      document.addLine(
        [(x - 10, y), (x + 10, y)],
        style: [
          "class": ink.line, "stroke-width": "2", "stroke-dasharray": dash,
        ])
    }
    document.addText(text, at: (x + 18, y + 4), style: ["font-size": "12"])
    legendCount += 1
  }

  private static let width = 860.0
  private static let height = 560.0
  private static let left = 80.0
  private static let right = 600.0
  private static let top = 60.0
  private static let bottom = 500.0
}
