import Games
import LinearAlgebra

/// Paths that bound from one side where starts go that keep their order.
///
/// A bound from above on a start is moved by bounds on the best responses to
/// it. If it comes to lie in the region around the lowest equilibrium, every
/// start below ends there: from below it is held by the path of the lowest
/// start. The same holds upside down.
struct BoundingPaths: Sendable {
  private let process: AdjustmentProcess
  /// The region that is to be reached.
  private let goal: Box
  /// The region from which no path comes back.
  private let other: Box
  private let isUpper: Bool
  private let limit: Int

  /// Paths of a process that is monotone.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - goal: The region around the equilibrium at which the lowest start is
  ///     proven to end, or the highest.
  ///   - other: The region around the equilibrium at the other end.
  ///   - isUpper: Whether starts are bounded from above.
  ///   - limit: The limit on periods.
  init(
    _ process: AdjustmentProcess, to goal: Box, from other: Box, isUpper: Bool,
    limit: Int
  ) {
    self.process = process
    self.goal = goal
    self.other = other
    self.isUpper = isUpper
    self.limit = limit
  }

  /// Whether it is proven of a start, and so of all that are lower, or higher,
  /// that they end in the goal.
  ///
  /// A bound that moves away from the goal in every level is given up.
  func arrive(from start: [Double]) -> Bool {
    var bound = start
    for _ in 0..<limit where !Cancellation.isRequested {
      if goal.contains(bound) { return true }
      if other.contains(bound) { return false }
      let next = process.nextBound(bound, isUpper: isUpper)
      let departs = zip(next, bound).allSatisfy {
        isUpper ? $0 >= $1 : $0 <= $1
      }
      if departs { return false }
      bound = next
    }
    return false
  }
}
