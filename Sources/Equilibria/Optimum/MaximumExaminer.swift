import Games

/// Bounds an ``Objective`` over one box and says how to split it.
struct MaximumExaminer<Function: Objective> {
  struct Result {
    /// No value over the box is greater.
    var bound: Double
    /// A point that may be good.
    var candidate: [Double]?
    /// The halves of what is left of the box.
    var parts: [Box]
  }

  let objective: Function

  init(_ objective: Function) { self.objective = objective }

  /// Bounds the function over a box; goes no further once the bound is at
  /// most `cutoff`.
  func examine(_ start: Box, above cutoff: Double) -> Result {
    var expansion = BoxExpansion(of: objective, over: start)
    while expansion.bound > cutoff, expansion.expand(above: cutoff) {}
    let (box, bound) = (expansion.box, expansion.bound)
    guard bound > cutoff else { return Result(bound: bound, parts: []) }
    let parts =
      expansion.free.isEmpty
      ? []
      : box.bisected(along: widest(expansion.free, of: box, expansion.gradient))
    return Result(bound: bound, candidate: expansion.candidate, parts: parts)
  }

  /// The variable along which the slope, and with it the bound, is widest.
  private func widest(
    _ free: [Int], of box: Box, _ gradient: [Interval]
  ) -> Int {
    var best = (variable: free[0], score: -1.0)
    for v in free {
      let share = box[v].width / objective.strategies.interval(of: v).width
      let spread = spread(along: v, of: box, gradient[v])
      let score = spread > 0 ? spread : share * .leastNormalMagnitude
      if score > best.score { best = (v, score) }
    }
    return best.variable
  }

  /// How far the slope lets the function change along a variable; where it is
  /// unbounded, as those of roots are at 0, how far the function does through
  /// the middle. 0 if that is not known either.
  private func spread(
    along v: Int, of box: Box, _ slope: Interval
  ) -> Double {
    if slope.isBounded { return slope.width * box[v].width }
    var line = box.midpoint.map { Interval($0) }
    line[v] = box[v]
    let width = objective.enclosure(over: line).width
    return width.isFinite ? width : 0
  }
}
