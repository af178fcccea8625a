import Games

/// Solves ``PascolettiSerafini`` problems of a game: by Newton's method from
/// a point nearby, and where that fails by ``EgalitarianMaximization``.
struct CriticalPointSolver<G: Game> {
  let game: G
  private let tolerance: Double
  private let egalitarian: EgalitarianMaximization
  private let smooth: BoundedMaximization
  private let denseLimit: Int
  private var newton: CriticalPointNewton<G>?

  init(_ game: G, _ tracing: ParetoTracing) {
    self.game = game
    tolerance = tracing.tolerance
    egalitarian = tracing.egalitarian
    denseLimit = tracing.denseLimit
    smooth = BoundedMaximization(
      tolerance: Self.smoothTolerance, iterationLimit: Self.smoothSteps,
      denseLimit: tracing.denseLimit)
    newton =
      game.strategies.dimension <= tracing.denseLimit
      ? CriticalPointNewton(game, tolerance: tolerance) : nil
  }

  /// A point to start from; nil if its payoffs are no numbers.
  func point(at levels: [Double]) -> CriticalPoint? {
    let payoffs = game.payoffs(at: levels)
    guard payoffs.allSatisfy(\.isFinite) else { return nil }
    return CriticalPoint(
      levels: levels, payoffs: payoffs, multipliers: payoffs.map { _ in 1 })
  }

  /// Solves a problem by Newton's method from a point nearby; nil if that
  /// fails.
  mutating func correct(
    _ problem: PascolettiSerafini, from start: CriticalPoint
  ) -> CriticalPoint? {
    var start = start
    problem.normalize(&start.multipliers)
    return newton?.solve(problem, from: start)
  }

  /// Solves a problem from anywhere; the result advances at least as far as
  /// the start.
  ///
  /// The least gain is smoothed, first much, then little, and climbed; Newton's
  /// method takes over as soon as it can.
  mutating func climb(
    _ problem: PascolettiSerafini, from start: CriticalPoint
  ) -> CriticalPoint {
    guard newton != nil else { return guardedMaximum(of: problem, start) }
    var levels = start.levels
    for sharpness in Self.sharpnesses {
      let near = smoothMaximum(of: problem, sharpness, from: levels)
      levels = near.levels
      guard near.advance.isFinite else { continue }
      if let point = correct(problem, from: near),
        point.advance >= near.advance - tolerance
      {
        return point
      }
    }
    return polished(maximum(of: problem, from: levels), problem, start)
  }

  /// The better of a point and the start, after Newton's method if that works.
  private mutating func polished(
    _ found: CriticalPoint, _ problem: PascolettiSerafini,
    _ start: CriticalPoint
  ) -> CriticalPoint {
    var point = found
    let least = problem.advance(of: start.payoffs)
    if !(point.advance >= least) {
      point = start
      problem.normalize(&point.multipliers)
      point.advance = least
    }
    if let polished = correct(problem, from: point),
      polished.advance >= point.advance - tolerance
    {
      return polished
    }
    point.residual = residual(at: point.levels, weights: point.multipliers)
    return point
  }

  /// The maximum of a least gain that is guarded: a critical point near the
  /// ray, found without matrices.
  private func guardedMaximum(
    of problem: PascolettiSerafini, _ start: CriticalPoint
  ) -> CriticalPoint {
    var levels = start.levels
    var point = start
    for (barrier, precision) in Self.barriers {
      let function = GuardedLeastGain(
        reference: problem.reference, units: problem.direction,
        barrier: barrier)
      levels =
        ProjectedNewton(
          tolerance: precision
        ).maximize(JointObjective(game, function), from: levels).levels
      let payoffs = game.payoffs(at: levels)
      point = self.point(
        at: levels,
        shares: function.shares(at: payoffs), problem)
    }
    point.residual = residual(at: point.levels, weights: point.multipliers)
    return point
  }

  /// The profile with the largest weighted sum of payoffs nearby.
  func maximum(of weights: [Double], from start: [Double]) -> [Double] {
    let objective = JointObjective(game, Utilitarian(weights: weights))
    guard newton == nil else {
      return BoundedMaximization(denseLimit: denseLimit)
        .maximize(objective, from: start).levels
    }
    return ProjectedNewton(
      tolerance: Self.precision
    ).maximize(objective, from: start).levels
  }

  /// Whether matrices are formed.
  var isDense: Bool { newton != nil }

  private func maximum(
    of problem: PascolettiSerafini, from start: [Double]
  ) -> CriticalPoint {
    let found = egalitarian.maximize(
      game, over: problem.reference, units: problem.direction, from: start)
    return point(at: found.levels, shares: found.shares, problem)
  }

  /// A local maximum of the least gain, smoothed with equal shares.
  private func smoothMaximum(
    of problem: PascolettiSerafini, _ sharpness: Double,
    from start: [Double]
  ) -> CriticalPoint {
    let count = Double(problem.direction.count)
    let function = LeastGain(
      reference: problem.reference, units: problem.direction,
      shares: problem.direction.map { _ in 1 / count }, sharpness: sharpness)
    let found = smooth.maximize(JointObjective(game, function), from: start)
    return point(
      at: found.levels,
      shares: function.shares(at: game.payoffs(at: found.levels)), problem)
  }

  private func point(
    at levels: [Double], shares: [Double], _ problem: PascolettiSerafini
  ) -> CriticalPoint {
    let payoffs = game.payoffs(at: levels)
    return CriticalPoint(
      levels: levels, payoffs: payoffs,
      multipliers: zip(shares, problem.direction).map { $0 / $1 },
      advance: problem.advance(of: payoffs))
  }

  /// The projected gradient of a weighted sum of payoffs, in widths of the
  /// bounds.
  func residual(at levels: [Double], weights: [Double]) -> Double {
    game.projectedSlope(of: weights, at: levels)
  }

  /// The barriers of a guarded least gain, with the rise at which each is
  /// left, in units of the problem.
  private static var barriers: [(Double, Double)] {
    [(0.05, 1e-3), (1e-3, precision)]
  }
  /// The promised rise at which a maximum without matrices is left.
  private static var precision: Double { 1e-12 }
  /// How sharply the least gain is smoothed, step by step.
  private static var sharpnesses: [Double] { [6, 40, 300, 2000] }
  /// The limit on steps of a climb.
  private static var smoothSteps: Int { 60 }
  /// The residual to which the smooth least gain is climbed.
  private static var smoothTolerance: Double { 1e-6 }
}

extension PascolettiSerafini {
  /// Scales multipliers so that `Σ λ_i r_i = 1`.
  func normalize(_ multipliers: inout [Double]) {
    let total = zip(multipliers, direction).reduce(0) { $0 + $1.0 * $1.1 }
    guard total > 0, total.isFinite else {
      multipliers = direction.map { 1 / ($0 * Double(direction.count)) }
      return
    }
    for i in multipliers.indices { multipliers[i] /= total }
  }
}
