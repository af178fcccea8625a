import Games
import LinearAlgebra

// The boxes that are open, whatever bounds them: branches or a cover.
extension CommitmentSearch.Search {
  /// Takes the box of the greatest bound, one after the other, until that bound
  /// is near enough to the value.
  ///
  /// - Parameter examine: Closes a box, or halves it.
  /// - Returns: Why it stopped.
  mutating func boundBoxes(
    _ examine: (inout Self, CommitmentSearch.Node) -> Void
  ) -> Termination {
    while let node = open.popMax() {
      work.bound = min(parameters.knownBound, node.bound)
      guard !isClosed(node.bound) else {
        open.insert(node)
        return .converged
      }
      guard work.boxes < parameters.boxLimit, !Cancellation.isRequested,
        parameters.monitor.continues("boxes of settings", done: work.boxes)
      else {
        open.insert(node)
        return work.boxes < parameters.boxLimit ? .cancelled : .iterationLimit
      }
      work.boxes += 1
      examine(&self, node)
    }
    return .converged
  }

  mutating func push(_ box: Box, bound: Double, levels: [[Double]]) {
    open.insert(
      CommitmentSearch.Node(
        box: box, bound: bound, levels: levels, order: created))
    created += 1
  }

  /// Whether nothing more than the gap could be gained.
  func isClosed(_ bound: Double) -> Bool {
    guard let value = incumbent?.value else { return bound == -.infinity }
    return bound <= value + tolerance * Self.closing
  }

  /// Whether a box of a bound needs no more work; if so its bound is kept.
  mutating func closes(_ bound: Double) -> Bool {
    guard isClosed(bound) else { return false }
    leftBound = max(leftBound, bound)
    return true
  }

  /// Boxes are closed a little before the gap, so that their greatest bound is
  /// within it.
  private static var closing: Double { 0.9 }

  /// Leaves a box that cannot be halved, with its bound.
  mutating func giveUp(_ bound: Double) {
    leftBound = max(leftBound, bound)
    gaveUp = true
  }
}
