/// Sharing levels of every firm in several states, such as equilibria and the
/// optimum: one row a firm, a line from the least to the greatest.
struct LevelPicture {
  /// A state with a level for each firm.
  struct State {
    var name: String
    var levels: [Double]
    var isOptimum = false
  }

  var title: String
  /// The names of the firms.
  var names: [String]
  /// The least level that is drawn.
  var floor = 0.0
  /// The greatest level, above the least.
  var limit = 1.0
  var states: [State]

  private static let width = 680.0
  private static let row = 24.0
  private static let top = 46.0
  private static let right = 24.0

  /// The picture.
  var document: SVGDocument {
    let left = PictureText.margin(for: names)
    let legend = Legend(
      states.enumerated().map { ($1.name, mark($0), ink($0)) },
      width: Self.width)
    let top = Self.top + legend.height
    let height = top + Self.row * Double(names.count) + 24
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width, height: height)
    func x(_ level: Double) -> Double {
      left
        + (level - floor) / (limit - floor) * (Self.width - left - Self.right)
    }
    for share in [0, 0.25, 0.5, 0.75, 1] {
      let tick = floor + share * (limit - floor)
      let x = x(tick)
      document.addLine(
        [(x, top - 14), (x, height - 22)], style: ["class": Ink.grid.line])
      document.addText(
        tick.shortDescription, at: (x, height - 6),
        style: PictureText.tick("middle"))
    }
    for (firm, name) in names.enumerated() {
      let y = top + Self.row * Double(firm)
      let levels = states.map { $0.levels[firm] }
      document.addText(
        PictureText.shortened(name), at: (left - 12, y + 4),
        style: ["text-anchor": "end"])
      document.addLine(
        [(x(levels.min() ?? 0), y), (x(levels.max() ?? 0), y)],
        style: ["class": Ink.faint.line, "stroke-width": "2"])
      for (k, level) in levels.enumerated() {
        PictureText.draw(
          mark(k), at: (x(level), y), ink: ink(k), on: &document)
      }
    }
    legend.draw(on: &document, at: (16, 16))
    return document
  }

  /// Equilibria are round, each of another ink; the optimum is square.
  private func mark(_ state: Int) -> Chart.Mark {
    states[state].isOptimum ? .square : state == 0 ? .dot : .ring
  }

  private func ink(_ state: Int) -> Ink {
    states[state].isOptimum
      ? .leaf : [Ink.red, .orange, .pink, .gold][state % 4]
  }

  private var summary: String {
    names.enumerated().map { firm, name in
      let levels = states.map {
        "\($0.name) \(NumberText.significant($0.levels[firm], digits: 3))"
      }
      return "\(name): \(levels.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
