import Games

/// The expansion of an ``Objective`` over a box: what bounds it and puts
/// variables at their better end.
///
/// A variable in which the function is proven monotone over the box is put at
/// its better end. The slopes are enclosed twice: over the box, and by
///
///     G_v(x) ∈ G_v(c) + Σ_w H_vw (X_w − c_w),
///
/// with H over the box and c its middle, which is sharper for small boxes.
struct BoxExpansion<Function: Objective> {
  private let objective: Function
  /// A part of the box that holds its best points.
  private(set) var box: Box
  /// No value over the box is greater.
  private(set) var bound = Double.infinity
  /// Enclosures of the slopes over the box.
  private(set) var gradient: [Interval]
  /// The variables that are not points.
  private(set) var free: [Int] = []
  /// A point of the box that may be good.
  private(set) var candidate: [Double]

  init(of objective: Function, over box: Box) {
    self.objective = objective
    self.box = box
    gradient = Array(repeating: .zero, count: box.count)
    candidate = box.midpoint
  }

  /// Lowers the bound and shrinks the box; goes no further once the bound is
  /// at most `cutoff`. Returns whether it is worth doing again.
  mutating func expand(above cutoff: Double) -> Bool {
    repeat {
      let range = objective.enclosure(over: box, gradient: &gradient)
      bound = min(bound, range.upper)
      if bound <= cutoff { return false }
    } while box.moveToBetterEnds(gradient)
    free = box.indices.filter { !box[$0].isPoint }
    candidate = box.midpoint
    return !free.isEmpty && expandAboutMiddle(above: cutoff)
  }

  private mutating func expandAboutMiddle(above cutoff: Double) -> Bool {
    let n = box.count
    let centre = box.midpoint
    var slopes = gradient
    let middle = objective.enclosure(
      over: centre.map { Interval($0) }, gradient: &slopes)
    let rise = free.reduce(middle) {
      $0 + gradient[$1] * (box[$1] - Interval(centre[$1]))
    }
    bound = min(bound, rise.upper)
    if bound <= cutoff { return false }
    var hessian = [Interval](repeating: .zero, count: n * n)
    _ = objective.enclosure(over: box, gradient: &gradient, hessian: &hessian)
    sharpenGradient(from: slopes, hessian, about: centre)
    for corner in [box.map(\.upper), box.map(\.lower)] {
      var thin = gradient
      let value = objective.enclosure(
        over: corner.map { Interval($0) }, gradient: &thin)
      sharpenGradient(from: thin, hessian, about: corner)
      let rise = free.reduce(value) {
        $0 + gradient[$1] * (box[$1] - Interval(corner[$1]))
      }
      bound = min(bound, rise.upper)
    }
    if bound <= cutoff { return false }
    if box.moveToBetterEnds(gradient) { return true }
    let quadratic = QuadraticBound(
      slopes: slopes, hessian: hessian, over: box, variables: free)
    if let quadratic {
      bound = min(bound, (middle + Interval(quadratic.rise)).upper)
      candidate = quadratic.maximizer
    }
    return false
  }

  /// Encloses the slopes by those in the middle and the Hessian.
  private mutating func sharpenGradient(
    from slopes: [Interval], _ hessian: [Interval], about centre: [Double]
  ) {
    for v in free {
      var slope = slopes[v]
      for w in free {
        let reach = box[w] - Interval(centre[w])
        slope += hessian[v * box.count + w] * reach
      }
      gradient[v] = gradient[v].intersection(slope) ?? gradient[v]
    }
  }
}
