import LinearAlgebra

// The first-order conditions between groups: of each variable, the slope of
// its group's payoff.

extension GroupedGame {
  /// One weighted gradient of the base game for each group.
  package func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    var slopes = levels
    for group in groups.indices {
      base.weightedGradient(membership(of: group), at: levels, into: &slopes)
      for v in strategies.variables(of: group) { gradient[v] = slopes[v] }
    }
  }

  /// One weighted gradient and Hessian of the base game for each group.
  package func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    pseudoGradient(at: levels, into: &gradient)
    var hessian = Matrix(rows: levels.count, columns: levels.count)
    for group in groups.indices {
      base.weightedHessian(membership(of: group), at: levels, into: &hessian)
      for v in strategies.variables(of: group) {
        for w in levels.indices { jacobian[v, w] = hessian[v, w] }
      }
    }
  }

  /// One weighted enclosure of the base game for each group.
  package func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    var slopes = box
    for group in groups.indices {
      _ = base.weightedEnclosure(
        membership(of: group), over: box, gradient: &slopes)
      for v in strategies.variables(of: group) { gradient[v] = slopes[v] }
    }
  }

  /// One weighted enclosure of the base game for each group.
  package func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval], jacobian: inout [Interval]
  ) {
    for group in groups.indices {
      let whole = enclosure(of: group, over: box)
      for v in strategies.variables(of: group) {
        gradient[v] = whole.gradient[v]
        let row = v * box.count..<(v + 1) * box.count
        jacobian.replaceSubrange(row, with: whole.hessian[row])
      }
    }
  }

  /// The part of a weighted enclosure that is the group's own.
  package func ownEnclosure(of group: Int, over box: Box) -> OwnEnclosure {
    let whole = enclosure(of: group, over: box)
    let own = strategies.variables(of: group)
    return OwnEnclosure(
      value: whole.value, gradient: whole.gradient.elements(of: own),
      hessian: own.flatMap { v in
        own.map { w in whole.hessian[v * box.count + w] }
      })
  }

  /// Bounds each component of the pseudo-gradient, at the ends of the others'
  /// intervals where it is proven to rise or fall with them.
  package func marginalBounds(
    over box: Box, into bounds: inout [MarginalBounds]
  ) {
    for group in groups.indices {
      let hessian = enclosure(of: group, over: box).hessian
      for v in strategies.variables(of: group) {
        let slopes = Array(hessian[v * box.count..<(v + 1) * box.count])
        let (low, high) = box.extremes(rising: slopes)
        func range(at end: Interval) -> Interval {
          let least = slope(of: v, group, over: low.holding(v, at: end))
          let most = slope(of: v, group, over: high.holding(v, at: end))
          return Interval(
            lower: least.lower, upper: max(least.lower, most.upper))
        }
        bounds[v] = MarginalBounds(
          atLower: range(at: box[v].lowerEnd),
          atUpper: range(at: box[v].upperEnd), slope: slopes[v])
      }
    }
  }

  private func slope(of v: Int, _ group: Int, over box: Box) -> Interval {
    var slopes = box
    _ = base.weightedEnclosure(
      membership(of: group), over: box, gradient: &slopes)
    return slopes[v]
  }

  /// Value, gradient and Hessian of a group's payoff in all variables.
  private func enclosure(of group: Int, over box: Box) -> OwnEnclosure {
    var whole = OwnEnclosure(
      value: .zero, gradient: box,
      hessian: Array(repeating: .zero, count: box.count * box.count))
    whole.value = base.weightedEnclosure(
      membership(of: group), over: box, gradient: &whole.gradient,
      hessian: &whole.hessian)
    return whole
  }
}

extension Box {
  /// The parts of the box where a function with these slopes is least and
  /// greatest, as far as their signs tell.
  fileprivate func extremes(rising slopes: [Interval]) -> (Box, Box) {
    var (low, high) = (self, self)
    for (w, slope) in slopes.enumerated() {
      if slope.isNonnegative {
        (low[w], high[w]) = (self[w].lowerEnd, self[w].upperEnd)
      } else if slope.isNonpositive {
        (low[w], high[w]) = (self[w].upperEnd, self[w].lowerEnd)
      }
    }
    return (low, high)
  }

  fileprivate func holding(_ variable: Int, at end: Interval) -> Box {
    var box = self
    box[variable] = end
    return box
  }
}
