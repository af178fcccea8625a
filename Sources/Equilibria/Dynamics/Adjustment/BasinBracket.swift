/// Where along a column of starts the basins change.
struct BasinBracket {
  /// Up to here starts are proven to end at the lowest equilibrium; nil if none
  /// are.
  var low: Double?
  /// From here on they are proven to end at the highest; nil if none are.
  var high: Double?
}

/// A search for a narrow bracket in a column.
struct BasinBracketSearch {
  /// A start of the column.
  private let start: [Double]
  /// The player that is moved.
  private let axis: Int
  private let whole: ClosedRange<Double>
  private let paths: WatershedPaths
  /// How narrow the bracket is to be.
  private let width: Double
  private var found = BasinBracket()
  /// How many starts may still be followed.
  private var probes = 24

  /// A search.
  ///
  /// - Parameters:
  ///   - start: A start of the column.
  ///   - axis: The player that is moved.
  ///   - whole: Its bounds.
  ///   - paths: The proofs.
  ///   - width: How narrow the bracket is to be.
  init(
    of start: [Double], along axis: Int, within whole: ClosedRange<Double>,
    _ paths: WatershedPaths, width: Double
  ) {
    self.start = start
    self.axis = axis
    self.whole = whole
    self.paths = paths
    self.width = width
  }

  /// The bracket, as far as it is proven.
  ///
  /// - Parameter last: The brackets of the two columns before in a row along
  ///   which levels rise and the boundary falls, nearly on a line.
  /// - Returns: The bracket; without an end that is not proven.
  mutating func bracket(after last: ArraySlice<BasinBracket>) -> BasinBracket {
    found.high = last.last?.high
    let middles = last.map(middle)
    let guess =
      middles.count == 2
      ? 2 * middles[1] - middles[0] : middles.last ?? middle(found)
    let near = min(max(guess, whole.lowerBound), whole.upperBound)
    lookBelow(min(near, found.high ?? near))
    lookAbove(max(near, found.low ?? near))
    narrow()
    return found
  }

  private func middle(_ bracket: BasinBracket) -> Double {
    ((bracket.low ?? whole.lowerBound) + (bracket.high ?? whole.upperBound)) / 2
  }

  /// Goes down from a level, in steps that double.
  private mutating func lookBelow(_ top: Double) {
    var step = width / 2
    while found.low == nil, probes > 0 {
      let level = max(whole.lowerBound, top - step)
      if isLow(level) { found.low = level }
      if level == whole.lowerBound { return }
      step *= 2
    }
  }

  /// Goes up from a level, in steps that double, to what is known to be above.
  private mutating func lookAbove(_ bottom: Double) {
    let known = found.high ?? .infinity
    var step = width / 2
    while bottom + step < known, probes > 0 {
      let level = min(whole.upperBound, bottom + step)
      if isHigh(level) {
        found.high = level
        return
      }
      if level == whole.upperBound { return }
      step *= 2
    }
  }

  /// Halves the bracket while either half is proven; an end that is not known
  /// may lie beyond the column.
  private mutating func narrow() {
    while probes > 0 {
      let low = found.low ?? whole.lowerBound
      let high = found.high ?? whole.upperBound
      guard high - low > 2 * width else { return }
      let middle = low + (high - low) / 2
      if isLow(middle) {
        found.low = middle
      } else if isHigh(middle) {
        found.high = middle
      } else {
        return
      }
    }
  }

  private mutating func isLow(_ level: Double) -> Bool {
    isProven(level, paths.isLow)
  }

  private mutating func isHigh(_ level: Double) -> Bool {
    isProven(level, paths.isHigh)
  }

  /// Whether a level is proven to lie on one side; not asked from where all
  /// are known to end at the highest equilibrium.
  private mutating func isProven(
    _ level: Double, _ isProven: ([Double]) -> Bool
  ) -> Bool {
    guard probes > 0, level < found.high ?? .infinity else { return false }
    probes -= 1
    var start = start
    start[axis] = level
    return isProven(start)
  }
}
