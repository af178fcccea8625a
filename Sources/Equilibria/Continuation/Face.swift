import Games

/// Which variables of a profile are at a bound.
///
/// Along a branch of equilibria the face stays the same from corner to corner;
/// within a face the branch is a smooth curve.
struct Face: Equatable, Sendable {
  /// Where a variable is.
  enum Side: Sendable {
    case lower, free, upper
  }

  /// Where each variable is.
  private(set) var sides: [Side]
  /// The variables that are not at a bound, in order.
  private(set) var free: [Int]

  init(_ sides: [Side]) {
    self.sides = sides
    free = sides.indices.filter { sides[$0] == .free }
  }

  /// The face of a profile that is exactly at its bounds where it is at any.
  init(of levels: some Collection<Double>, in strategies: StrategySpace) {
    self.init(
      levels.enumerated().map { v, level in
        if level <= strategies.lowerBounds[v] { return .lower }
        return level >= strategies.upperBounds[v] ? .upper : .free
      })
  }

  /// The same face but for one variable.
  func moving(_ variable: Int, to side: Side) -> Face {
    var sides = sides
    sides[variable] = side
    return Face(sides)
  }
}
