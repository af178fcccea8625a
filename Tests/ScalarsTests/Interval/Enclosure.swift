import Scalars

/// The exact range of an operation, and how an interval result compares.
struct Enclosure {
  let lower: Wide
  let upper: Wide

  /// The range spanned by some exact values.
  init(_ values: Wide...) {
    lower = values.dropFirst().reduce(values[0], Wide.min)
    upper = values.dropFirst().reduce(values[0], Wide.max)
  }

  /// Whether the interval contains the whole range.
  func isWithin(_ x: Interval) -> Bool {
    (x.lower == -.infinity || Wide(x.lower) <= lower)
      && (x.upper == .infinity || Wide(x.upper) >= upper)
  }

  /// Whether the interval is hardly larger than the range.
  ///
  /// A bound may lie outside by `units` times `2⁻⁵²` of the exact bound, and
  /// below the normal doubles by `units` times the smallest positive double. A
  /// bound that is exactly zero must be met.
  func isSharp(_ x: Interval, units: Double) -> Bool {
    isClose(-x.lower, -lower, units) && isClose(x.upper, upper, units)
  }

  /// Whether an upper bound lies closely above the exact one.
  private func isClose(_ bound: Double, _ exact: Wide, _ units: Double) -> Bool
  {
    if exact.isZero { return bound == 0 }
    // Within `units` of the largest double the bound may be infinite, and
    // beyond it there is nothing between.
    let limit = Wide(Double.greatestFiniteMagnitude * (1 - units * 0x1p-52))
    if exact.magnitude >= limit { return true }
    guard bound.isFinite else { return false }
    let least = Wide(Double.leastNonzeroMagnitude)
    let slack = Wide(units) * (exact.magnitude.scaled(by: -52) + least)
    return Wide(bound) - exact <= slack
  }
}

/// Counts cases and remembers the first that failed.
struct Tally {
  private(set) var cases = 0
  private(set) var failures = 0
  private(set) var first = "none"

  mutating func record(
    _ isRight: Bool, _ description: @autoclosure () -> String
  ) {
    cases += 1
    if isRight { return }
    if failures == 0 { first = description() }
    failures += 1
  }
}
