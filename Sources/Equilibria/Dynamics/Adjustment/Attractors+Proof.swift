import Games
import LinearAlgebra
import Scalars

extension Attractors {
  /// The place of the equilibrium at which a start is proven to end.
  ///
  /// The path is followed in intervals until it lies in a region.
  public func provenDestination(
    from start: [Double], limit: Int
  ) -> Int? {
    var box = start.map { Interval($0) }
    var cycle = CycleTest<Box>()
    for _ in 0...limit where !Cancellation.isRequested {
      if let k = regions.firstIndex(where: { $0?.contains(box) ?? false }) {
        return k
      }
      guard box.width < Self.widest, !cycle.recurs(box) else { return nil }
      box = next(over: box)
    }
    return nil
  }

  /// Encloses the levels of the next period from anywhere in a box; where the
  /// order is kept, between those of its two ends, which widens a box by no
  /// more than the map does.
  private func next(over box: Box) -> Box {
    guard isMonotone else { return process.next(over: box) }
    let low = process.next(over: box.map { Interval($0.lower) })
    let high = process.next(over: box.map { Interval($0.upper) })
    return zip(low, high).map { Interval(lower: $0.lower, upper: $1.upper) }
  }

  /// Paths whose enclosures become wider than this are given up.
  private static let widest = 0.25
}
