/// Points of more than two coordinates: an axis for each coordinate, side by
/// side, and a line through its values for each point (Inselberg, The plane
/// with parallel coordinates, The Visual Computer 1, 1985).
struct ParallelPicture {
  /// Points that are drawn alike.
  struct Group {
    var name: String
    /// A coordinate on each axis, for each point.
    var points: [[Double]]
    var ink: Ink
    /// The mark at every coordinate; nil for a thin line alone.
    var mark: Chart.Mark?
  }

  var title: String
  var summary: String
  /// The names of the axes.
  var axes: [String]
  /// What is drawn, the last on top.
  var groups: [Group]

  private static let width = 860.0
  private static let left = 60.0
  private static let right = 800.0
  private static let length = 300.0
  /// Of the angle at which names slant, 25 degrees.
  private static let (sine, cosine) = (0.423, 0.906)
  /// The narrowest space in which numbers stand beside an axis.
  private static let narrowest = 56.0

  /// The picture.
  var document: SVGDocument {
    let shown = groups.filter { !$0.points.isEmpty }
    let legend = Legend(
      shown.map { ($0.name, $0.mark, $0.ink) }, width: Self.width - 32)
    let top = 56 + legend.height
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width,
      height: top + Self.length + foot)
    PictureText.drawTitle(on: &document, at: (16, 24))
    legend.draw(on: &document, at: (22, 44))
    let scales = axes.indices.map { scale(of: $0, from: top) }
    for group in shown where group.mark == nil {
      draw(group, scales, on: &document)
    }
    for (k, scale) in scales.enumerated() {
      drawAxis(k, scale, from: top, on: &document)
    }
    for group in shown where group.mark != nil {
      draw(group, scales, on: &document)
    }
    return document
  }

  /// The width of the longest name.
  private var longest: Double {
    axes.map { PictureText.width(PictureText.shortened($0)) }.max() ?? 0
  }

  /// Whether names stand slanted, as there is no room beside each other.
  private var isSlanted: Bool {
    longest > (Self.right - Self.left) / Double(max(1, axes.count - 1))
  }

  /// The room that names need below the axes.
  private var foot: Double { 40 + (isSlanted ? Self.sine * longest : 0) }

  /// The space between two axes; slanted names run on behind the last.
  private var space: Double {
    let right =
      isSlanted ? Self.width - 10 - Self.cosine * longest : Self.right
    return (right - Self.left) / Double(max(1, axes.count - 1))
  }

  private func x(_ axis: Int) -> Double { Self.left + space * Double(axis) }

  /// An axis that holds its coordinates of all points.
  private func scale(of axis: Int, from top: Double) -> ChartAxis {
    ChartAxis(
      holding: groups.flatMap { $0.points.map { $0[axis] } },
      pixels: (top + Self.length, top))
  }

  private func drawAxis(
    _ axis: Int, _ scale: ChartAxis, from top: Double,
    on document: inout SVGDocument
  ) {
    let x = x(axis)
    let bottom = top + Self.length
    document.addLine(
      [(x, top), (x, bottom)], style: ["class": Ink.faint.line])
    let isCrowded = space < Self.narrowest
    for mark in scale.marks where !isCrowded {
      document.addText(
        scale.label(mark), at: (x - 5, scale.pixel(mark) + 4),
        style: [
          "text-anchor": "end", "font-size": "11", "stroke-width": "3",
          "class": Ink.faint.filled(around: .page), "paint-order": "stroke",
        ])
    }
    let turn = "rotate(25 \(x.rounded()) \((bottom + 16).rounded()))"
    document.addText(
      PictureText.shortened(axes[axis]), at: (x, bottom + 16),
      style: isSlanted
        ? ["text-anchor": "start", "transform": turn]
        : ["text-anchor": "middle"])
  }

  private func draw(
    _ group: Group, _ scales: [ChartAxis], on document: inout SVGDocument
  ) {
    let isMarked = group.mark != nil
    for point in group.points {
      let places = point.indices.map { (x($0), scales[$0].pixel(point[$0])) }
      document.addLine(
        places,
        style: [
          "class": group.ink.line, "stroke-width": isMarked ? "2" : "1",
          "stroke-opacity": isMarked ? "1" : "0.5",
        ])
      guard let mark = group.mark else { continue }
      for place in places {
        PictureText.draw(mark, at: place, ink: group.ink, on: &document)
      }
    }
  }
}
