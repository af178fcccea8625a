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
    var box = start
    let n = box.count
    var gradient = [Interval](repeating: .zero, count: n)
    var bound = Double.infinity
    repeat {
      let range = objective.enclosure(over: box, gradient: &gradient)
      bound = min(bound, range.upper)
      if bound <= cutoff { return Result(bound: bound, parts: []) }
    } while box.moveToBetterEnds(gradient)
    let free = box.indices.filter { !box[$0].isPoint }
    let centre = box.midpoint
    guard !free.isEmpty else {
      return Result(bound: bound, candidate: centre, parts: [])
    }
    var slopes = gradient
    let middle = objective.enclosure(
      over: centre.map { Interval($0) }, gradient: &slopes)
    let rise = free.reduce(middle) {
      $0 + gradient[$1] * (box[$1] - Interval(centre[$1]))
    }
    bound = min(bound, rise.upper)
    if bound <= cutoff { return Result(bound: bound, parts: []) }
    var hessian = [Interval](repeating: .zero, count: n * n)
    _ = objective.enclosure(over: box, gradient: &gradient, hessian: &hessian)
    let quadratic = QuadraticBound(
      slopes: slopes, hessian: hessian, over: box, variables: free)
    var candidate = centre
    if let quadratic {
      bound = min(bound, (middle + Interval(quadratic.rise)).upper)
      candidate = quadratic.maximizer
    }
    let parts =
      bound <= cutoff
      ? [] : box.bisected(along: widest(free, of: box, gradient))
    return Result(bound: bound, candidate: candidate, parts: parts)
  }

  /// The variable along which the slope, and with it the bound, is widest.
  private func widest(
    _ free: [Int], of box: Box, _ gradient: [Interval]
  ) -> Int {
    var best = (variable: free[0], score: -1.0)
    for v in free {
      let share = box[v].width / objective.strategies.interval(of: v).width
      let spread = gradient[v].isBounded ? gradient[v].width * box[v].width : 0
      let score = spread > 0 ? spread : share * .leastNormalMagnitude
      if score > best.score { best = (v, score) }
    }
    return best.variable
  }
}
