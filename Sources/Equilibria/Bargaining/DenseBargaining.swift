import Games

/// Bargaining in games with few variables, by methods with matrices.
struct DenseBargaining<G: Game>: BargainingMethod {
  private let bargaining: Bargaining
  private let problem: BargainingProblem<G>
  /// Profiles at which everybody gains.
  private lazy var mutual = MutualGains(bargaining, problem)
  /// The profile of the greatest welfare near the disagreement; if nothing
  /// changes on the way, since welfare is level there, one at which everybody
  /// gains.
  private lazy var optimum = findOptimum()
  /// The size of gains; nil if there are none.
  private lazy var unit = problem.unit(at: optimum)
  /// The choice of the greatest least gain, if that is positive.
  private lazy var fairest = findFairest()
  /// Where else the least gain is sought, since the fairest choice nearby is
  /// not proven to be the best.
  private var distant: [[Double]] = []
  /// The choice of the greatest product of gains.
  private lazy var greatest = findGreatestProduct()

  init(_ bargaining: Bargaining, _ problem: BargainingProblem<G>) {
    self.bargaining = bargaining
    self.problem = problem
  }

  mutating func choice(_ solution: BargainingSolution) -> BargainingChoice? {
    guard bargaining.goesOn else { return nil }
    if solution == .nash { return greatest }
    guard let unit, let fairest, bargaining.goesOn else { return nil }
    let starts = [fairest.levels] + agreed
    switch solution {
    case .egalitarian, .nash: return fairest
    case .utilitarian:
      return starts.map { richest(from: $0, unit) }
        .reduce(nil) { best, next in
          next.value > (best?.value ?? -.infinity) + Self.distinction * unit
            ? next : best
        }
    case .kalaiSmorodinsky:
      let units = largestGains(from: fairest.levels, unit)
      var choice =
        greatestLeastGain(in: units, from: starts + distant, unit) ?? fairest
      // The largest gains are found, not proven: boxes would prove a choice for
      // shares that may be others'.
      choice.units = nil
      return choice
    }
  }

  /// Where the product of gains is greatest, if it was sought from profiles at
  /// which everybody gains.
  private var agreed: [[Double]] {
    mutating get {
      mutual.profiles.isEmpty ? [] : [greatest?.levels].compactMap(\.self)
    }
  }

  mutating func excludesMutualGain() -> Bool {
    mutual.isProvenImpossible(bargaining, problem)
  }

  private mutating func findOptimum() -> [Double] {
    let near = bargaining.local.maximize(
      JointObjective.welfare(of: problem.game), from: problem.levels
    ).levels
    guard problem.unit(at: near) == nil else { return near }
    return mutual.profiles.first ?? near
  }

  /// Where the least gain is greatest near the disagreement, the optimum and
  /// the greatest product; unless that is proven, near other profiles too.
  private mutating func findFairest() -> BargainingChoice? {
    guard let unit else { return nil }
    let starts = [problem.levels, optimum] + agreed
    var near = greatestLeastGain(in: problem.weights, from: starts, unit)
    if let choice = near {
      near?.excess = bargaining.excess(of: choice, in: problem)
    }
    if let near, bargaining.proves(near, in: problem) { return near }
    distant = mutual.profiles
    let far = greatestLeastGain(in: problem.weights, from: distant, unit)
    guard let near, let far else { return near ?? far }
    return far.value > near.value + Self.distinction * unit ? far : near
  }

  /// The choice of the greatest least gain, gains being measured in units; nil
  /// if somebody loses.
  private func greatestLeastGain(
    in units: [Double], from starts: [[Double]], _ unit: Double
  ) -> BargainingChoice? {
    let scale = unit / (units.max() ?? 1)
    let scaled = units.map { $0 * scale }
    guard scaled.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    var best: EgalitarianMaximum?
    for start in starts where bargaining.goesOn {
      let found = bargaining.egalitarian.maximize(
        problem.game, over: problem.disagreement, units: scaled, from: start)
      let least =
        best.map { $0.leastGain + Self.distinction } ?? bargaining.leastGain
      if found.leastGain > least { best = found }
    }
    return best.map { best in
      BargainingChoice(
        levels: best.levels,
        multipliers: zip(best.shares, units).map { $0 / $1 },
        value: best.leastGain * scale, units: units)
    }
  }

  /// The best of the maxima of the product near profiles at which everybody
  /// gains, bounded by boxes for few variables.
  private mutating func findGreatestProduct() -> BargainingChoice? {
    var starts = mutual.profiles
    if starts.isEmpty, let fairest { starts = [fairest.levels] }
    guard !starts.isEmpty else { return nil }
    let product = GuardedSum.product(
      over: problem.disagreement, weights: problem.weights)
    var search = GlobalSearch(
      bargaining.product, JointObjective(problem.game, product))
    search.findCandidates(from: starts)
    let found = search.prove()
    return BargainingChoice(
      levels: found.levels,
      multipliers: product.slopes(at: problem.game.payoffs(at: found.levels)),
      value: problem.weights.reduce(0, +), gap: found.gap)
  }

  private func richest(
    from start: [Double], _ unit: Double
  ) -> BargainingChoice {
    let weights = problem.weights
    let levels = guardedMaximum(of: weights, from: start, unit)
    let gains = problem.gains(at: levels)
    let barrier = bargaining.leastBarrier * unit
    return BargainingChoice(
      levels: levels,
      multipliers: zip(weights, gains).map { $1 > 0 ? $0 + barrier / $1 : $0 },
      value: zip(weights, gains).reduce(0) { $0 + $1.0 * $1.1 })
  }

  /// The profile with the largest weighted sum that leaves nobody worse off.
  private func guardedMaximum(
    of weights: [Double], from start: [Double], _ unit: Double
  ) -> [Double] {
    var levels = start
    var barrier = Self.firstBarrier
    let least = bargaining.leastBarrier
    while true {
      let function = GuardedSum(
        weights: weights, floor: problem.disagreement, barrier: barrier * unit)
      let found = bargaining.local.maximize(
        JointObjective(problem.game, function), from: levels)
      if found.value.isFinite { levels = found.levels }
      guard barrier > least else { return levels }
      barrier = max(least, barrier * Self.lowering)
    }
  }

  /// The largest gain that each player could have, times its weight.
  private func largestGains(
    from start: [Double], _ unit: Double
  ) -> [Double] {
    let here = problem.game.payoffs(at: start)
    let gains = here.indices.map { i in
      max(best(for: i, from: start, unit), here[i]) - problem.disagreement[i]
    }
    return zip(gains, problem.weights).map { $0 * $1 }
  }

  /// The largest payoff of a player that leaves nobody worse off; for many
  /// players what interval arithmetic allows.
  private func best(
    for player: Int, from start: [Double], _ unit: Double
  ) -> Double {
    let game = problem.game
    guard game.playerCount <= bargaining.idealLimit else {
      let range = game.payoffEnclosure(of: player, over: game.strategies.box)
      return range.upper
    }
    let single = problem.weights.indices.map { $0 == player ? 1.0 : 0 }
    let levels = guardedMaximum(of: single, from: start, unit)
    return game.payoffs(at: levels)[player]
  }

  /// By how much a choice is better that takes the place of another, in units.
  private static var distinction: Double { 1e-9 }
  /// The barrier at the start, relative to the size of gains.
  private static var firstBarrier: Double { 0.1 }
  /// The factor by which the barrier is lowered.
  private static var lowering: Double { 0.03 }
}
