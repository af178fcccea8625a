/// What welfare is made of in several states: bars of channels, those that
/// cost to the left of zero, on one scale.
struct ChannelPicture {
  /// A state with the sum of each channel over all firms.
  struct State {
    var name: String
    var amounts: [Double]
  }

  var title: String
  /// The names of the channels.
  var channels: [String]
  var states: [State]

  private static let width = 680.0
  private static let row = 46.0
  private static let right = 70.0

  /// The picture.
  var document: SVGDocument {
    let left = PictureText.margin(for: states.map(\.name))
    let legend = Legend(
      channels.enumerated().map { ($1, nil, ink($0)) },
      width: Self.width - left)
    let bottom = 16 + Self.row * Double(states.count)
    var document = SVGDocument(
      title: title, summary: summary, width: Self.width,
      height: bottom + legend.height + 16)
    let (low, high) = range
    func x(_ amount: Double) -> Double {
      left + (amount - low) / (high - low) * (Self.width - left - Self.right)
    }
    for (k, state) in states.enumerated() {
      let y = 16 + Self.row * Double(k)
      document.addText(
        state.name, at: (left - 12, y + 20), style: ["text-anchor": "end"])
      var (gain, loss) = (0.0, 0.0)
      for (channel, amount) in state.amounts.enumerated() where amount != 0 {
        let start = amount > 0 ? gain : loss + amount
        if amount > 0 { gain += amount } else { loss += amount }
        document.addRectangle(
          at: (x(start), y), width: x(start + abs(amount)) - x(start),
          height: 32,
          style: ["class": ink(channel).filled(around: .page)],
          label: "\(channels[channel]) \(NumberText.significant(amount))")
      }
      document.addText(
        NumberText.significant(gain + loss), at: (x(gain) + 8, y + 20),
        style: PictureText.head("start"))
    }
    document.addLine(
      [(x(0), 8), (x(0), bottom - 4)], style: ["class": Ink.text.line])
    legend.draw(on: &document, at: (left, bottom + 12))
    return document
  }

  private func ink(_ channel: Int) -> Ink {
    Ink.series[channel % Ink.series.count]
  }

  private var range: (low: Double, high: Double) {
    let low = states.map { $0.amounts.reduce(0) { $0 + min($1, 0) } }.min()
    let high = states.map { $0.amounts.reduce(0) { $0 + max($1, 0) } }.max()
    guard let low, let high, high > low else { return (0, 1) }
    return (low, high)
  }

  private var summary: String {
    states.map { state in
      let parts = zip(channels, state.amounts).filter { $1 != 0 }.map {
        "\($0) \(NumberText.significant($1))"
      }
      return "\(state.name): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
