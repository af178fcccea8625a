import Games

/// The expansion of an ``Objective`` over a box: what bounds it and puts
/// variables at their better end.
///
/// A variable in which the function is proven monotone over the box is put at
/// its better end. The slopes are enclosed twice: over the box, and by
///
///     G_v(x) ∈ G_v(c) + Σ_w H_vw (X_w − c_w),
///
/// with H over the box and c its middle or one of two corners. That is sharper
/// for small boxes, and from a corner also where the curvatures have one sign.
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
    return !free.isEmpty && expandAboutPoints(above: cutoff)
  }

  /// Expands about the middle, then about two corners.
  private mutating func expandAboutPoints(above cutoff: Double) -> Bool {
    let middle = expansion(about: box.midpoint)
    lowerBound(by: middle)
    if bound <= cutoff { return false }
    var hessian = [Interval](repeating: .zero, count: box.count * box.count)
    _ = objective.enclosure(over: box, gradient: &gradient, hessian: &hessian)
    sharpenGradient(by: middle, hessian)
    for corner in [box.map(\.upper), box.map(\.lower)] {
      let expansion = expansion(about: corner)
      sharpenGradient(by: expansion, hessian)
      lowerBound(by: expansion)
    }
    if bound <= cutoff { return false }
    if box.moveToBetterEnds(gradient) { return true }
    let quadratic = QuadraticBound(
      slopes: middle.slopes, hessian: hessian, over: box, variables: free)
    if let quadratic {
      bound = min(bound, (middle.value + Interval(quadratic.rise)).upper)
      candidate = quadratic.maximizer
    }
    return false
  }

  /// Value and slopes at one point of the box.
  private struct PointExpansion {
    let point: [Double]
    let value: Interval
    let slopes: [Interval]
  }

  private func expansion(about point: [Double]) -> PointExpansion {
    var slopes = gradient
    let value = objective.enclosure(
      over: point.map { Interval($0) }, gradient: &slopes)
    return PointExpansion(point: point, value: value, slopes: slopes)
  }

  /// Lowers the bound by the mean value theorem.
  private mutating func lowerBound(by expansion: PointExpansion) {
    let rise = free.reduce(expansion.value) {
      $0 + gradient[$1] * (box[$1] - Interval(expansion.point[$1]))
    }
    bound = min(bound, rise.upper)
  }

  /// Encloses the slopes by those at a point and the Hessian.
  private mutating func sharpenGradient(
    by expansion: PointExpansion, _ hessian: [Interval]
  ) {
    for v in free {
      var slope = expansion.slopes[v]
      for w in free {
        let reach = box[w] - Interval(expansion.point[w])
        slope += hessian[v * box.count + w] * reach
      }
      gradient[v] = gradient[v].intersection(slope) ?? gradient[v]
    }
  }
}
