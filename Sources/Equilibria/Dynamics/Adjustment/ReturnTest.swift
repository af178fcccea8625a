/// Tells whether displaced levels come back without following their path.
protocol ReturnTest: Sendable {
  /// Whether levels come back to an equilibrium.
  ///
  /// - Parameters:
  ///   - place: The place of the equilibrium.
  ///   - start: The levels in period 0.
  ///   - limit: The limit on periods.
  /// - Returns: Nil if that is not known, or if the work is to stop.
  func returns(to place: Int, from start: [Double], limit: Int) -> Bool?

  /// Shows the levels of each period, from 0, until nobody moves by more than a
  /// share of 10⁻⁶ or the work is to stop.
  ///
  /// - Parameters:
  ///   - start: The levels in period 0.
  ///   - limit: The limit on periods.
  ///   - show: Is called with each period and its levels; returns whether to go
  ///     on.
  func follow(
    from start: [Double], limit: Int, _ show: (Int, [Double]) -> Bool
  )
}
