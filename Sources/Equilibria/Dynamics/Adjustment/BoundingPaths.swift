import Games
import LinearAlgebra

/// Paths that bound from one side where starts go that keep their order.
///
/// A bound from above on a start is moved by bounds on the best responses to
/// it. If it comes to lie in the region around the lowest equilibrium, every
/// start below ends there: from below it is held by the path of the lowest
/// start. So does every start below a bound of such a path. The same holds
/// upside down.
struct BoundingPaths: Sendable {
  private let process: AdjustmentProcess
  /// The region that is to be reached.
  private let goal: Box
  /// The region from which no path comes back.
  private let other: Box
  private let isUpper: Bool
  private let limit: Int
  /// Levels beyond which every start is known to arrive; nil for none.
  private var lead: [Double]?
  /// Levels on the other side of which none does; nil for none.
  private var opposing: [Double]?

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

  /// Takes levels from which paths are known to arrive, and such of the paths
  /// to the other end.
  mutating func take(lead: [Double]?, of opposing: [Double]?) {
    self.lead = lead
    self.opposing = opposing
  }

  /// Whether it is proven of a start, and so of all that are lower, or higher,
  /// that they end in the goal.
  func arrive(from start: [Double]) -> Bool { follow(start) { _ in } }

  /// The first bound on the path of a start from which on every level moves
  /// toward the goal; nil if it is not proven to arrive.
  func lead(from start: [Double]) -> [Double]? {
    var path: [[Double]] = []
    guard follow(start, { path.append($0) }) else { return nil }
    var first = path.count - 1
    while first > 0, isBeyond(path[first], path[first - 1]) { first -= 1 }
    return path[first]
  }

  /// Follows a bound until it is known whether it arrives.
  ///
  /// A bound that moves away from the goal in every level is given up, and so
  /// is one that comes round: at high rates a level that overshoots in turn with
  /// another never settles.
  private func follow(
    _ start: [Double], _ show: ([Double]) -> Void
  ) -> Bool {
    var bound = start
    var replies = start
    var cycle = CycleTest<[Double]>()
    for _ in 0..<limit where !Cancellation.isRequested {
      show(bound)
      if goal.contains(bound) || lead.map({ isBeyond(bound, $0) }) ?? false {
        return true
      }
      if other.contains(bound)
        || opposing.map({ isBeyond($0, bound) }) ?? false
      {
        return false
      }
      let next = process.nextBound(bound, isUpper: isUpper, from: &replies)
      if isBeyond(bound, next) || cycle.recurs(bound) { return false }
      bound = next
    }
    return false
  }

  /// Whether no level is farther from the goal than that of another bound.
  private func isBeyond(_ bound: [Double], _ other: [Double]) -> Bool {
    zip(bound, other).allSatisfy { isUpper ? $0 <= $1 : $0 >= $1 }
  }
}
