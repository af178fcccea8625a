import Games
import LinearAlgebra

/// Global maximisation of a smooth function over a box: a candidate from
/// several starts of ``BoundedMaximization``, and a bound that proves how far
/// from the global maximum it can be.
///
/// The bound comes from branch and bound with interval arithmetic. Over a box
///
/// - a variable in which the function is proven to rise or fall is put at that
///   end of its interval (often this settles everything);
/// - the function is bounded by its range, by its gradient over the box and by
///   a concave quadratic from its Hessian over the box;
/// - boxes that cannot hold more than the candidate are dropped, the others
///   are halved, the most promising first.
///
/// When the limit on boxes is reached the bound is wider, but still a bound.
/// Everything is deterministic.
///
/// Reference: Horst and Tuy, Global Optimization, 1996; Adjiman, Dallwig,
/// Floudas and Neumaier, A global optimization method, αBB, Computers and
/// Chemical Engineering 22, 1998.
public struct GlobalMaximization: Sendable {
  /// The gap that counts as proven, relative to ``size``.
  public var tolerance: Double
  /// What ``tolerance`` is relative to, in the unit of the function: nil for the
  /// larger of the value at the maximum and of the gain over the profile
  /// nearest to zero, which are the numbers that are read.
  public var size: Double?
  /// How many boxes may be examined; with 0 only candidates are looked for, and
  /// no bound is.
  public var boxLimit: Int
  /// How many points of a low-discrepancy sequence are started from, besides
  /// the corners, the middle and the starts that are given.
  public var points: Int
  /// Whether the corners, the middle and the sequence are started from, and not
  /// only the starts that are given.
  public var usesStandardStarts: Bool
  /// The local method.
  public var local: BoundedMaximization
  /// The largest number of variables for which boxes are examined; beyond,
  /// only what a gradient proves is proven.
  public var branchingLimit: Int

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - tolerance: The relative gap that counts as proven.
  ///   - size: What it is relative to; nil for the values that are read.
  ///   - boxLimit: How many boxes may be examined.
  ///   - points: How many points of a sequence are started from.
  ///   - usesStandardStarts: Whether the usual points are started from, and
  ///     not only those that are given.
  ///   - local: The local method.
  ///   - branchingLimit: The largest number of variables for which boxes are
  ///     examined.
  public init(
    tolerance: Double = 1e-10, size: Double? = nil, boxLimit: Int = 20_000,
    points: Int = 8,
    usesStandardStarts: Bool = true,
    local: BoundedMaximization = BoundedMaximization(),
    branchingLimit: Int = 60
  ) {
    self.tolerance = tolerance
    self.size = size
    self.boxLimit = boxLimit
    self.points = points
    self.usesStandardStarts = usesStandardStarts
    self.local = local
    self.branchingLimit = branchingLimit
  }

  /// What ``tolerance`` is relative to at a value: ``size``, or the larger of
  /// the value and of the gain over the one at the profile nearest to zero.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - origin: The value at the profile nearest to zero; not a number if it
  ///     is not known.
  ///   - least: The least size that counts.
  /// - Returns: The size.
  func size(of value: Double, over origin: Double, least: Double) -> Double {
    if let size { return size }
    let gain = value - origin
    let read = max(least, abs(value))
    return gain.isFinite ? max(read, gain) : read
  }

  /// The usual starts in a part of the box; none if only given ones count.
  package func starts(in box: Box) -> [[Double]] {
    guard usesStandardStarts else { return [] }
    let count = box.count > Self.manyVariables ? 0 : points
    return MultiStart(points: count).starts(in: box)
  }

  /// Beyond this number of variables few starts must do.
  package static let manyVariables = 60

  /// Looks for the global maximum and bounds it.
  ///
  /// - Parameters:
  ///   - objective: The function.
  ///   - starts: Further points to start from.
  /// - Returns: The best point found, with a bound on the values of all.
  package func maximize(
    _ objective: some Objective, from starts: [[Double]] = []
  ) -> GlobalMaximum {
    var search = GlobalSearch(self, objective)
    search.narrow()
    search.findCandidates(from: starts)
    return search.prove()
  }
}

/// The best point found for an ``Objective`` over its box, and a bound that
/// holds for every point.
package struct GlobalMaximum: Sendable, Equatable {
  /// The point.
  package var levels: [Double]
  /// The value there.
  package var value: Double
  /// No value over the box is greater than this.
  package var upperBound: Double
  /// Whether ``gap`` is within the tolerance.
  package var isProven: Bool
  /// Why the proof stopped.
  package var termination: Termination
  /// The local maximisation that ended in the point.
  package var local: Maximum
  /// How many boxes were examined.
  package var boxes: Int

  /// By how much another point may exceed ``value`` at most.
  package var gap: Double { max(0, upperBound - value) }
}
