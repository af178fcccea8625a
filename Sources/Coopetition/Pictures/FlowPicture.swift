/// Who passes how much knowledge to whom in two states, side by side: firms on
/// a circle, a disc's area the knowledge, a line's width the flow, bent to the
/// right of its direction.
struct FlowPicture {
  /// A state with the flow from each firm (column) to each other (row).
  struct State {
    var name: String
    var levels: [Double]
    var flows: [[Double]]
  }

  var title: String
  /// The names of the firms.
  var names: [String]
  /// The knowledge of each.
  var knowledge: [Double]
  var states: [State]

  private static let width = 680.0
  private static let radius = 122.0
  /// Flows below this share of the greatest are not drawn.
  private static let leastShare = 0.004

  /// The picture.
  var document: SVGDocument {
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width, height: 352)
    let side = Self.width / Double(max(1, states.count))
    for (k, state) in states.enumerated() {
      draw(state, around: (side * (Double(k) + 0.5), 190), on: &document)
    }
    return document
  }

  private var greatest: Double {
    states.flatMap { $0.flows.joined() }.max() ?? 0
  }

  private func draw(
    _ state: State, around centre: (x: Double, y: Double),
    on document: inout SVGDocument
  ) {
    document.addText(
      state.name, at: (centre.x, 16), style: PictureText.head("middle"))
    let places = names.indices.map { place($0, Self.radius, centre) }
    for (to, row) in state.flows.enumerated() {
      for (from, flow) in row.enumerated()
      where to != from && flow > Self.leastShare * greatest {
        drawFlow(flow, from: places[from], to: places[to], on: &document)
      }
    }
    let most = knowledge.max() ?? 1
    for firm in names.indices {
      let isSharing = state.levels[firm] > 0
      document.addCircle(
        at: places[firm],
        radius: 3 + 12 * (knowledge[firm] / most).squareRoot(),
        style: [
          "class": (isSharing ? Ink.leaf : .page).filled(around: .text),
          "stroke-width": "1.5",
        ],
        label: names[firm])
      let label = place(firm, Self.radius + 26, centre)
      document.addText(
        "\(firm + 1)", at: (label.x, label.y + 4),
        style: PictureText.tick("middle"))
    }
  }

  private func drawFlow(
    _ flow: Double, from a: (x: Double, y: Double),
    to b: (x: Double, y: Double), on document: inout SVGDocument
  ) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1)
    let bend = 18 / length
    let middle = ((a.x + b.x) / 2 - dy * bend, (a.y + b.y) / 2 + dx * bend)
    func text(_ point: (Double, Double)) -> String {
      "\(NumberText.fixed(point.0, decimals: 1)),"
        + NumberText.fixed(point.1, decimals: 1)
    }
    let width = max(0.5, 12 * flow / greatest)
    document.addPath(
      "M\(text(a))Q\(text(middle)) \(text(b))",
      style: [
        "class": Ink.blue.line, "fill": "none", "stroke-opacity": "0.45",
        "stroke-width": NumberText.fixed(width, decimals: 2),
      ])
  }

  private func place(
    _ firm: Int, _ radius: Double, _ centre: (x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    let angle = 2 * Double.pi * Double(firm) / Double(names.count)
    return (
      centre.x + radius * Double.sin(angle),
      centre.y - radius * Double.cos(angle)
    )
  }

  private var summary: String {
    states.map { state in
      let total = state.flows.joined().reduce(0, +)
      return "\(state.name): \(NumberText.significant(total))"
    }.joined(separator: "; ")
  }
}
