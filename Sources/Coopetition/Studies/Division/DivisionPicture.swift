import Reports

/// The division as a matrix: firms by topics, who collects what and which
/// tasks need a bounty.
struct DivisionPicture {
  /// The picture.
  let document: SVGDocument

  private static let cell = 26.0
  /// The slant of the topics, in degrees.
  private static let slant = 35
  /// Pictures of more rows or columns show the first ones.
  private static let most = 40

  /// The picture of a division.
  init(_ division: CollectionDivision) {
    let firms = division.firms.prefix(Self.most)
    let topics = division.topics.prefix(Self.most)
    let left = PictureText.margin(for: Array(firms))
    let labels = topics.map { Self.extent(of: $0) }
    let top = 56 + (labels.map(\.height).max() ?? 0)
    let width =
      left + Self.cell * Double(max(topics.count, 12))
      + max(30, labels.map(\.width).max() ?? 0)
    var picture = SVGDocument(
      title: "Who collects what",
      summary: "Firms in rows, topics in columns; a filled square is a task, "
        + "a diamond one that needs a bounty.",
      width: width, height: top + Self.cell * Double(firms.count + 2))
    PictureText.drawTitle(on: &picture, at: (20, 26))
    for (k, topic) in topics.enumerated() {
      let x = left + Self.cell * (Double(k) + 0.5)
      picture.addText(
        PictureText.shortened(topic), at: (x, top - 8),
        style: [
          "font-size": "11",
          "transform": "rotate(-\(Self.slant) \(x) \(top - 8))",
        ])
    }
    for (i, firm) in firms.enumerated() {
      let y = top + Self.cell * (Double(i) + 0.5)
      picture.addText(
        PictureText.shortened(firm),
        at: (left - 8, y + 4),
        style: ["text-anchor": "end", "font-size": "12"])
      for k in topics.indices {
        let x = left + Self.cell * (Double(k) + 0.5)
        Self.draw(division, firm: i, topic: k, at: (x, y), on: &picture)
      }
    }
    document = picture
  }

  /// How far the label of a topic reaches to the right and upwards.
  private static func extent(
    of topic: String
  ) -> (width: Double, height: Double) {
    let length = PictureText.width(PictureText.shortened(topic))
    let angle = Double(slant) * .pi / 180
    return (length * .cos(angle), length * .sin(angle))
  }

  private static func draw(
    _ division: CollectionDivision, firm: Int, topic: Int,
    at point: (x: Double, y: Double), on picture: inout SVGDocument
  ) {
    picture.addPath(
      "M-12,-12h24v24h-24z", at: point,
      style: ["class": Ink.page.filled(around: .grid)])
    guard division.optimum.collectors[topic].contains(firm) else { return }
    let isPaid = division.bounties[firm][topic] > 0
    picture.addPath(
      isPaid ? "M0,-10l10,10l-10,10l-10,-10z" : "M-8,-8h16v16h-16z",
      at: point, style: ["class": (isPaid ? Ink.gold : .blue).filled()])
  }
}
