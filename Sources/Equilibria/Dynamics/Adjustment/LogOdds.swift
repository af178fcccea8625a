import Scalars

/// Levels as log-odds: `z = log(x/(c − x))`, x in (0, c).
enum LogOdds {
  /// The level of log-odds, `c/(1 + exp(−z))`.
  static func level(_ z: Double, cap: Double) -> Double {
    z >= 0
      ? cap / (1 + Double.exp(-z)) : cap * Double.exp(z) / (1 + Double.exp(z))
  }

  /// An enclosure of the levels, which rise with log-odds.
  static func level(_ z: Interval, cap: Double) -> Interval {
    let bound = Interval(lower: 0, upper: cap)
    guard z.isBounded else { return bound }
    let low = Interval(cap) / (1 + Interval.exp(-Interval(z.lower)))
    let high = Interval(cap) / (1 + Interval.exp(-Interval(z.upper)))
    return low.hull(high).intersection(bound) ?? bound
  }

  /// The log-odds of a level strictly between 0 and the cap.
  static func odds(_ level: Double, cap: Double) -> Double {
    Double.log(level / (cap - level))
  }
}
