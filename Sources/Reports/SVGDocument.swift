/// A picture in Scalable Vector Graphics, with a title and a description for
/// those who do not see it.
///
/// Coordinates are pixels from the upper left corner. It is written as plain
/// text, without scripts or external parts, and prints in black and white:
/// what is distinguished by colour differs in shape or dash as well.
public struct SVGDocument: Sendable {
  /// The width in pixels.
  public let width: Double
  /// The height in pixels.
  public let height: Double
  private let title: String
  private let summary: String
  private var elements: [String] = []

  /// An empty picture.
  ///
  /// - Parameters:
  ///   - title: What a screen reader says first.
  ///   - summary: What the picture shows, in words.
  ///   - width: The width in pixels.
  ///   - height: The height in pixels.
  public init(
    title: String, summary: String, width: Double, height: Double
  ) {
    self.title = title
    self.summary = summary
    self.width = width
    self.height = height
  }

  /// How something is drawn: attributes of SVG and their values.
  public typealias Style = KeyValuePairs<String, String>

  /// Adds a line through points.
  public mutating func addLine(
    _ points: [(x: Double, y: Double)], style: Style
  ) {
    guard points.count > 1 else { return }
    let text = points.map { "\(Self.text($0.x)),\(Self.text($0.y))" }
      .joined(separator: " ")
    elements.append(
      "<polyline points=\"\(text)\" fill=\"none\"\(Self.attributes(style))/>")
  }

  /// Adds a shape given by a path in the syntax of SVG, moved to a point.
  public mutating func addPath(
    _ path: String, at point: (x: Double, y: Double) = (0, 0), style: Style
  ) {
    let place = "translate(\(Self.text(point.x)) \(Self.text(point.y)))"
    elements.append(
      "<path d=\"\(path)\" transform=\"\(place)\"\(Self.attributes(style))/>")
  }

  /// Adds a text.
  public mutating func addText(
    _ text: String, at point: (x: Double, y: Double), style: Style
  ) {
    elements.append(
      "<text x=\"\(Self.text(point.x))\" y=\"\(Self.text(point.y))\""
        + "\(Self.attributes(style))>\(HTMLText.escaped(text))</text>")
  }

  /// The picture as the text of a file.
  public var description: String {
    let size = "\(Self.text(width)) \(Self.text(height))"
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" \
      width="\(Self.text(width))" height="\(Self.text(height))" role="img" \
      aria-labelledby="title desc" font-family="sans-serif" font-size="13">
      <title id="title">\(HTMLText.escaped(title))</title>
      <desc id="desc">\(HTMLText.escaped(summary))</desc>
      <rect width="100%" height="100%" fill="white"/>
      """
    return ([head] + elements + ["</svg>\n"]).joined(separator: "\n")
  }

  private static func attributes(_ style: Style) -> String {
    style.map { " \($0.key)=\"\(HTMLText.escaped($0.value))\"" }.joined()
  }

  /// A coordinate, to a hundredth of a pixel.
  private static func text(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e9
      ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension SVGDocument: CustomStringConvertible {}
