import Reports

/// Rows of bars that are divided into parts, each part in an ink of
/// its own.
struct BarPicture {
  private(set) var document: SVGDocument
  private var row = 0.0

  private static let width = 760.0
  private static let left = 40.0
  private static let length = 680.0
  private static let top = 56.0
  private static let pitch = 72.0
  private static let thickness = 30.0
  private static let inks: [Ink] = [.green, .gold, .grey, .blue]

  /// A picture with room for some rows.
  init(title: String, summary: String, rows: Int) {
    document = SVGDocument(
      title: title, summary: summary, width: Self.width,
      height: Self.top + Self.pitch * Double(rows))
    document.addText(
      title, at: (Self.left, 26),
      style: ["font-size": "16", "font-weight": "bold"])
  }

  /// Adds a bar with its name; parts have labels and sizes ≥ 0.
  mutating func addRow(_ name: String, parts: [(label: String, size: Double)]) {
    let total = parts.reduce(0) { $0 + $1.size }
    let y = Self.top + row * Self.pitch
    var x = Self.left
    document.addText(name, at: (x, y - 6), style: ["font-size": "12"])
    for (k, part) in parts.enumerated() where total > 0 && part.size > 0 {
      let size = Self.length * part.size / total
      document.addPath(
        "M0,0h\(size)v\(Self.thickness)h-\(size)z", at: (x, y),
        style: ["class": Self.ink(k).filled(around: .page)])
      x += size
    }
    var place = Self.left
    for (k, part) in parts.enumerated() {
      document.addPath(
        "M0,0h10v10h-10z", at: (place, y + Self.thickness + 8),
        style: ["class": Self.ink(k).filled()])
      document.addText(
        part.label, at: (place + 14, y + Self.thickness + 17),
        style: ["font-size": "12"])
      place += Self.length / Double(parts.count)
    }
    row += 1
  }

  private static func ink(_ part: Int) -> Ink { inks[part % inks.count] }
}
