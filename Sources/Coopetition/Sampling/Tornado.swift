/// What one output does when each uncertain input in turn goes from a low to
/// a high value, the others in the middle (Eschenbach, Spiderplots versus
/// tornado diagrams for sensitivity analysis, Interfaces 22, 1992).
struct Tornado: Sendable, Equatable {
  /// The output where every input is in the middle.
  let middle: Double
  /// What each input does, the widest swing first, ties in the order of
  /// inputs.
  let bars: [Bar]

  /// What one input does.
  struct Bar: Sendable, Equatable {
    /// The address of the input.
    let key: String
    /// The output at the input's low value.
    let low: Double
    /// The output at its high value.
    let high: Double
    /// `|high − low|`.
    var swing: Double { abs(high - low) }
  }

  init(middle: Double, bars: [Bar]) {
    self.middle = middle
    self.bars = bars.enumerated().sorted {
      ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset)
    }.map(\.element)
  }
}
