import Games

extension ParetoSearch {
  /// What was found, with the measures of its curve or mesh: nothing that is
  /// dominated, with residuals and proofs.
  func conclude(widestStep: Double = 0, gapCount: Int = 0) -> ParetoFront {
    let front = isSinglePoint ? singlePoint : thinned(nondominated(found))
    let points = front.map(concluded)
    let isFine = tracing.resolution.map { widestStep <= $0 } ?? true
    return ParetoFront(
      points: points, ideal: range(front).map(\.upper),
      nadir: range(front).map(\.lower), widestStep: widestStep,
      gapCount: gapCount,
      isResolved: isSinglePoint || points.count >= tracing.points && isFine,
      problems: problems)
  }

  /// As many points as were asked for, if more were found: the best for each
  /// player, then always the one farthest from those that were taken.
  private func thinned(_ points: [CriticalPoint]) -> [CriticalPoint] {
    guard points.count > tracing.points, tracing.resolution == nil,
      extents.count > 2
    else { return points }
    var gaps = [Double](repeating: .infinity, count: points.count)
    var kept: [Int] = []
    func take(_ k: Int) {
      kept.append(k)
      for j in points.indices {
        gaps[j] = min(gaps[j], distance(points[j], points[k]))
      }
    }
    for i in extents.indices where kept.count < tracing.points {
      let best = points.indices.max {
        points[$0].payoffs[i] < points[$1].payoffs[i]
      }
      if let best, gaps[best] > 0 { take(best) }
    }
    while kept.count < tracing.points,
      let next = points.indices.max(by: { gaps[$0] < gaps[$1] })
    {
      take(next)
    }
    return kept.sorted().map { points[$0] }
  }

  /// The point that is best for everybody.
  private var singlePoint: [CriticalPoint] {
    let best = found.max { a, b in
      let (left, right) = (a.payoffs, b.payoffs)
      return zip(zip(left, right), extents).reduce(0) {
        $0 + ($1.0.0 - $1.0.1) / $1.1
      } < 0
    }
    return best.map { [$0] } ?? []
  }

  private func range(
    _ points: [CriticalPoint]
  ) -> [(lower: Double, upper: Double)] {
    extents.indices.map { i in
      let values = points.map { $0.payoffs[i] }
      return (values.min() ?? .nan, values.max() ?? .nan)
    }
  }

  /// A point with its multipliers, residual and proof.
  private func concluded(_ point: CriticalPoint) -> ParetoPoint {
    let (multipliers, residual) = criticality(of: point)
    let weights = zip(multipliers, extents).map { $0 * $1 }
    let isProven =
      tracing.proof.map { proof in
        proof.bound(
          game, over: point.payoffs, units: extents, shares: weights, floor: 0,
          at: point.levels
        ).termination == .converged
      } ?? false
    return ParetoPoint(
      levels: point.levels, payoffs: point.payoffs, weights: weights,
      residual: residual, isProven: isProven)
  }

  /// The multipliers of a point and its residual; the best ones if those at
  /// hand do not show that it is critical.
  private func criticality(
    of point: CriticalPoint
  ) -> (multipliers: [Double], residual: Double) {
    let unit = PascolettiSerafini(
      reference: point.payoffs, direction: extents)
    var multipliers = point.multipliers
    unit.normalize(&multipliers)
    let residual = solver.residual(at: point.levels, weights: multipliers)
    guard !(residual <= Self.ampleResidual),
      game.strategies.dimension <= GlobalMaximization.manyVariables
    else { return (multipliers, residual) }
    let best = LeastResidual(game, at: point.levels, units: extents)
      .multipliers(from: multipliers)
    let least = solver.residual(at: point.levels, weights: best)
    return residual <= least ? (multipliers, residual) : (best, least)
  }

  /// The residual beyond which better multipliers are sought.
  private static var ampleResidual: Double { 1e-8 }
}
