import Games

extension ParetoSearch {
  /// Solves a problem whose solution is expected between two points of the
  /// front: by Newton's method from in between, then from either end, then by
  /// local searches. What is already known to lie farther out is climbed from.
  /// The `share` says how far in between: 0 at a, 1 at b.
  mutating func solve(
    _ problem: PascolettiSerafini, between a: CriticalPoint,
    and b: CriticalPoint, share: Double = 0.5
  ) -> CriticalPoint {
    problems += 1
    askWhetherToGoOn()
    let known = farthest(for: problem, among: [a, b])
    let least = known.advance - tracing.tolerance
    let start = blend(a, b, problem, share: share)
    if let near = correct(problem, from: [start], least) { return near }
    if let near = correct(problem, from: [a, b], least) { return near }
    return search(problem, from: known, between: a, and: b)
  }

  /// Climbs from what is known, from in between, from points beside the ends
  /// (an end may be a saddle) and from the ends; the first point at which all
  /// constraints bind will do.
  private mutating func search(
    _ problem: PascolettiSerafini, from known: CriticalPoint,
    between a: CriticalPoint, and b: CriticalPoint
  ) -> CriticalPoint {
    guard solver.isDense else {
      let near = blend(a, b, problem, share: 0.5)
      let start = [near, known].max {
        problem.advance(of: $0.payoffs) < problem.advance(of: $1.payoffs)
      }
      return solver.climb(problem, from: start ?? known)
    }
    var best = known
    var starts = [0.5, Self.nudge, 1 - Self.nudge].map {
      blend(a, b, problem, share: $0)
    }
    if known.levels != a.levels && known.levels != b.levels {
      starts.insert(known, at: 0)
    }
    for start in starts + [a, b] {
      let point = solver.climb(problem, from: start)
      let isFarther = point.advance > best.advance + tracing.tolerance
      if isFarther || !best.isSolved { best = point }
      if isFarther && Self.bindsAll(point) { break }
    }
    return best
  }

  /// The best result of Newton's method from several points that advances at
  /// least so far and is one between constraints that all bind.
  private mutating func correct(
    _ problem: PascolettiSerafini, from starts: [CriticalPoint],
    _ least: Double
  ) -> CriticalPoint? {
    var best: CriticalPoint?
    for start in starts {
      guard let point = solver.correct(problem, from: start),
        point.advance >= best?.advance ?? least,
        Self.bindsAll(point)
      else { continue }
      best = point
    }
    return best
  }

  private static func bindsAll(_ point: CriticalPoint) -> Bool {
    point.multipliers.allSatisfy { $0 > 0 }
  }

  /// How far beside an end a search starts, as a share of the way.
  private static var nudge: Double { 0.05 }

  /// What is known to lie farthest out along a problem's direction.
  private func farthest(
    for problem: PascolettiSerafini, among ends: [CriticalPoint]
  ) -> CriticalPoint {
    var best = ends[0]
    best.advance = problem.advance(of: best.payoffs)
    for points in [ends, samples] {
      for point in points {
        let advance = problem.advance(of: point.payoffs)
        guard advance > best.advance + tracing.tolerance else { continue }
        best = point
        best.advance = advance
      }
    }
    return best
  }

  /// The point between two.
  private func blend(
    _ a: CriticalPoint, _ b: CriticalPoint, _ problem: PascolettiSerafini,
    share: Double
  ) -> CriticalPoint {
    var point = a
    for v in point.levels.indices {
      point.levels[v] += share * (b.levels[v] - a.levels[v])
    }
    var (left, right) = (a.multipliers, b.multipliers)
    problem.normalize(&left)
    problem.normalize(&right)
    point.multipliers = zip(left, right).map {
      $0 + share * ($1 - $0)
    }
    point.payoffs = game.payoffs(at: point.levels)
    return point
  }

  /// How far two points' payoffs are apart, in extents.
  func distance(_ a: CriticalPoint, _ b: CriticalPoint) -> Double {
    extents.indices.reduce(0) {
      max($0, abs(a.payoffs[$1] - b.payoffs[$1]) / extents[$1])
    }
  }

  /// The points that no other one dominates, in order of the first payoff;
  /// samples drop out.
  func nondominated(_ points: [CriticalPoint]) -> [CriticalPoint] {
    NondominatedFilter.indices(points.map(\.payoffs)).map { points[$0] }
      .sorted {
        $0.payoffs.lexicographicallyPrecedes($1.payoffs)
      }
  }
}
