/// The level at which a falling marginal payoff is zero.
///
/// False position, in which an end that stays twice counts half: about ten
/// evaluations find all digits. See Dowell and Jarratt, BIT 11 (1971) 168-174.
struct LevelRoot {
  /// The bounds of the level.
  let lower, upper: Double
  /// The most evaluations.
  private static let mostSteps = 128

  /// The level; a bound if the function keeps its sign between the two.
  func callAsFunction(of value: (Double) -> Double) -> Double {
    var (low, atLow) = (lower, value(lower))
    if atLow <= 0 { return lower }
    var (high, atHigh) = (upper, value(upper))
    if atHigh >= 0 { return upper }
    var wasAbove = false
    var wasBelow = false
    for _ in 0..<Self.mostSteps {
      let next = low + (high - low) * (atLow / (atLow - atHigh))
      guard low < next && next < high else { break }
      let found = value(next)
      if found > 0 {
        (low, atLow) = (next, found)
        if wasAbove { atHigh /= 2 }
      } else {
        (high, atHigh) = (next, found)
        if wasBelow { atLow /= 2 }
      }
      (wasAbove, wasBelow) = (found > 0, found <= 0)
    }
    return abs(value(low)) < abs(value(high)) ? low : high
  }
}
