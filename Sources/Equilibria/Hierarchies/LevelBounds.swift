import Games

/// The bounds of each variable of a family over a box of parameters.
struct LevelBounds {
  /// Encloses the lower bound of each variable.
  let lower: Box
  /// Encloses the upper bound of each variable.
  let upper: Box
  /// The derivatives of the lower and the upper bounds in the parameters.
  let lowerSlopes: [[Double]]
  let upperSlopes: [[Double]]

  init(_ family: GameFamily, over box: Box) {
    let none = [[Double]](
      repeating: Array(repeating: 0, count: box.count), count: family.dimension)
    guard let bounds = family.bounds else {
      let strategies = family.graph.strategies
      lower = (0..<family.dimension).map {
        Interval(strategies.lowerBounds[$0])
      }
      upper = (0..<family.dimension).map {
        Interval(strategies.upperBounds[$0])
      }
      (lowerSlopes, upperSlopes) = (none, none)
      return
    }
    let centre = box.midpoint
    let strategies = family.game(at: centre).strategies
    func moved(_ bound: Double, _ slopes: [Double]) -> Interval {
      slopes.indices.reduce(Interval(bound)) { sum, p in
        guard slopes[p] != 0 else { return sum }
        return sum + Interval(slopes[p]) * (box[p] - Interval(centre[p]))
      }
    }
    lower = (0..<family.dimension).map {
      moved(strategies.lowerBounds[$0], bounds.lower[$0])
    }
    upper = (0..<family.dimension).map {
      moved(strategies.upperBounds[$0], bounds.upper[$0])
    }
    (lowerSlopes, upperSlopes) = (bounds.lower, bounds.upper)
  }

  /// All values that each variable may take.
  var whole: Box { zip(lower, upper).map { $0.hull($1) } }

  /// Whether the bounds of a variable coincide: it has no choice.
  func isHeld(_ variable: Int) -> Bool {
    lower[variable] == upper[variable]
      && lowerSlopes[variable] == upperSlopes[variable]
  }

  /// An interval within all that a variable may take.
  func limited(_ interval: Interval, _ variable: Int) -> Interval {
    interval.clamped(to: lower[variable].hull(upper[variable]))
  }

  /// The image of an interval under the projection on the bounds.
  func projected(_ interval: Interval, _ variable: Int) -> Interval {
    Interval.min(
      Interval.max(interval, lower[variable]),
      Interval.max(lower[variable], upper[variable]))
  }
}
