import Games

extension StrategySpace {
  /// Levels this near to a bound, as shares of the interval, are as good as
  /// there: rounding outward may keep a box from it.
  private static let rounding = 1e-12

  /// The bound that an interval of a variable's levels is as good as at; nil if
  /// there is none.
  func bound(next interval: Interval, of variable: Int) -> Double? {
    let whole = self.interval(of: variable)
    let reach = Self.rounding * whole.width
    if interval.upper - whole.lower <= reach { return whole.lower }
    return whole.upper - interval.lower <= reach ? whole.upper : nil
  }
}
