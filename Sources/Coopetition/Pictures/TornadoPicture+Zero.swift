import Reports

extension TornadoPicture {
  /// A panel whose bars begin at zero: its head and the numbers by name.
  typealias Numbers = (head: String?, values: [(name: String, value: Double)])

  /// The picture of numbers as bars from zero, in their order.
  ///
  /// - Parameters:
  ///   - title: What the numbers are.
  ///   - panels: The numbers; those that are not finite, and those after the
  ///     first ``mostBars`` of a panel, are left out.
  /// - Returns: The picture; nil if there is no number.
  static func fromZero(_ title: String, _ panels: [Numbers]) -> SVGDocument? {
    let filled = panels.compactMap { panel -> Panel? in
      let bars = panel.values.filter(\.value.isFinite).prefix(mostBars).map {
        Bar(name: $0.name, low: 0, high: $0.value)
      }
      return bars.isEmpty ? nil : Panel(head: panel.head, middle: 0, bars: bars)
    }
    guard !filled.isEmpty else { return nil }
    return TornadoPicture(title: title, panels: filled).document
  }

  /// The most bars of a panel that a reader can tell apart.
  static let mostBars = 30
}

extension Report.Section {
  /// A picture, if there is one.
  static func pictures(_ picture: SVGDocument?) -> [Report.Section] {
    picture.map { [.picture($0)] } ?? []
  }
}
