/// A picture in Scalable Vector Graphics, with a title and a description for
/// those who do not see it.
///
/// Coordinates are pixels from the upper left corner. It is written as plain
/// text, without scripts or external parts. Colours are classes of `Ink`;
/// what is distinguished by colour differs in shape, dash or words as well.
public struct SVGDocument: Sendable {
  /// The width in pixels.
  public let width: Double
  /// The height in pixels.
  public let height: Double
  /// What a screen reader says first.
  public private(set) var title: String
  private var summary: String
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
    _ path: String, at point: (x: Double, y: Double) = (0, 0), style: Style,
    label: String? = nil
  ) {
    let place = "translate(\(Self.text(point.x)) \(Self.text(point.y)))"
    add(
      "path", "d=\"\(path)\" transform=\"\(place)\"\(Self.attributes(style))",
      label)
  }

  /// Adds a rectangle, from its upper left corner.
  public mutating func addRectangle(
    at point: (x: Double, y: Double), width: Double, height: Double,
    style: Style, label: String? = nil
  ) {
    add(
      "rect",
      "x=\"\(Self.text(point.x))\" y=\"\(Self.text(point.y))\" "
        + "width=\"\(Self.text(max(0, width)))\" "
        + "height=\"\(Self.text(max(0, height)))\"\(Self.attributes(style))",
      label)
  }

  /// Adds a circle.
  public mutating func addCircle(
    at point: (x: Double, y: Double), radius: Double, style: Style,
    label: String? = nil
  ) {
    add(
      "circle",
      "cx=\"\(Self.text(point.x))\" cy=\"\(Self.text(point.y))\" "
        + "r=\"\(Self.text(radius))\"\(Self.attributes(style))", label)
  }

  /// Adds a text.
  public mutating func addText(
    _ text: String, at point: (x: Double, y: Double), style: Style
  ) {
    elements.append(
      "<text x=\"\(Self.text(point.x))\" y=\"\(Self.text(point.y))\""
        + "\(Self.attributes(style))>\(HTMLText.escaped(text))\(Self.textEnd)")
  }

  /// The picture with other words: its title, its description and its texts.
  ///
  /// - Parameter translation: Gives the words that take the place of others, or
  ///   the same.
  /// - Returns: The picture, in which everything has kept its place.
  package func translated(by translation: (String) -> String) -> SVGDocument {
    var picture = self
    picture.title = translation(title)
    picture.summary = translation(summary)
    picture.elements = elements.map { element in
      guard element.hasPrefix("<text "), element.hasSuffix(Self.textEnd),
        let open = element.firstIndex(of: ">")
      else { return element }
      let start = element.index(after: open)
      let text = String(element[start...].dropLast(Self.textEnd.count))
      // What had to be escaped is no word but a name.
      guard !text.contains("&") else { return element }
      return element[..<start] + HTMLText.escaped(translation(text))
        + Self.textEnd
    }
    return picture
  }

  private static let textEnd = "</text>"

  /// Adds an element, with what is shown where a pointer rests on it.
  private mutating func add(
    _ name: String, _ attributes: String, _ label: String?
  ) {
    guard let label else {
      return elements.append("<\(name) \(attributes)/>")
    }
    elements.append(
      "<\(name) \(attributes)><title>\(HTMLText.escaped(label))</title>"
        + "</\(name)>")
  }

  /// The picture as the text of a file, which stands alone.
  public var description: String {
    let size = "width=\"\(Self.text(width))\" height=\"\(Self.text(height))\""
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) \
      \(attributes(prefix: "")) font-family="sans-serif" font-size="13">
      \(heading(prefix: ""))
      <style>
      svg text{fill:\(Ink.text.light)}
      \(Ink.rules(\.light))
      </style>
      <rect width="100%" height="100%" fill="white"/>
      """
    return ([head] + elements + ["</svg>\n"]).joined(separator: "\n")
  }

  /// The picture as a part of a page of HTML, which says what inks look like.
  ///
  /// - Parameter prefix: What the names of elements begin with; every picture
  ///   of a page has its own.
  /// - Returns: An element `svg`, as wide as there is room.
  package func embedded(prefix: String) -> String {
    let head = "<svg \(attributes(prefix: prefix))>\n\(heading(prefix: prefix))"
    return ([head] + elements + ["</svg>\n"]).joined(separator: "\n")
  }

  private func attributes(prefix: String) -> String {
    "viewBox=\"0 0 \(Self.text(width)) \(Self.text(height))\" role=\"img\" "
      + "aria-labelledby=\"\(prefix)title \(prefix)desc\""
  }

  private func heading(prefix: String) -> String {
    "<title id=\"\(prefix)title\">\(HTMLText.escaped(title))</title>\n"
      + "<desc id=\"\(prefix)desc\">\(HTMLText.escaped(summary))</desc>"
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
