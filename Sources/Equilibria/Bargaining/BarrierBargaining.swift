import Games

/// Bargaining in games with many variables, by barriers without matrices.
///
/// Players who provably cannot gain are set aside: they keep their levels and
/// the others improve. A player may turn out later to be one of those, when
/// the greatest least gain is 0 because of it.
struct BarrierBargaining<G: Game>: BargainingMethod {
  private let bargaining: Bargaining
  private let problem: BargainingProblem<G>
  /// The size of gains.
  private let unit: Double
  /// The profile that is played if no agreement is reached.
  private let origin: [Double]
  /// The bounds, players who cannot gain being held at the origin.
  private var bounds: StrategySpace
  /// Whether each player may gain.
  private var isSeeking: [Bool]
  /// The largest gain that interval arithmetic allows each player.
  private var largestGains: [Double] = []
  /// The choice of the greatest least gain; nil if nobody gains.
  private var fairest: BargainingChoice?

  init(_ bargaining: Bargaining, _ problem: BargainingProblem<G>) {
    self.bargaining = bargaining
    self.problem = problem
    let game = problem.game
    origin = game.strategies.clamped(problem.levels)
    bounds = game.strategies
    isSeeking = problem.weights.map { _ in true }
    let optimum = bargaining.local.maximize(
      JointObjective.welfare(of: game), from: problem.levels
    ).levels
    unit = problem.unit(at: optimum) ?? 0
    guard unit > 0 else { return }
    setHopelessAside()
    fairest = findFairest()
  }

  /// The choice of a solution; nil if it leaves somebody worse off.
  func choice(_ solution: BargainingSolution) -> BargainingChoice? {
    guard let fairest else { return nil }
    let found: BargainingChoice? =
      switch solution {
      case .egalitarian: fairest
      case .nash: greatestProduct(from: fairest.levels)
      case .utilitarian:
        richest(from: greatestProduct(from: fairest.levels).levels)
      case .kalaiSmorodinsky:
        greatestLeastGain(
          in: zip(problem.weights, largestGains).map { $0 * $1 },
          from: fairest.levels)
      }
    guard let found else { return nil }
    return problem.gains(at: found.levels).allSatisfy { $0 >= 0 } ? found : nil
  }

  /// Whether somebody gains nowhere.
  func excludesMutualGain() -> Bool {
    let box = problem.game.strategies.box
    guard problem.game.isTotal(over: box) else { return false }
    return zip(problem.game.payoffEnclosures(over: box), problem.disagreement)
      .contains { $0.upper <= $1 }
  }

  /// Holds players whom nothing that the others may do makes better off, again
  /// and again, since what they are held at limits the others.
  private mutating func setHopelessAside() {
    var isSettled = false
    holdOthers()
    while !isSettled {
      isSettled = true
      let ranges = problem.game.payoffEnclosures(over: bounds.box)
      largestGains = zip(ranges, problem.disagreement).map {
        max($0.upper - $1, unit * bargaining.leastGain)
      }
      for i in isSeeking.indices where isSeeking[i] {
        guard ranges[i].upper <= problem.disagreement[i] else { continue }
        isSeeking[i] = false
        isSettled = false
      }
      if !isSettled { holdOthers() }
    }
  }

  /// Holds the levels of those who do not seek to gain.
  private mutating func holdOthers() {
    var isHeld = origin.map { _ in false }
    for i in isSeeking.indices where !isSeeking[i] {
      for v in problem.game.strategies.variables(of: i) { isHeld[v] = true }
    }
    bounds = problem.game.strategies.holding(isHeld, at: origin)
  }

  /// The greatest least gain; players who keep it at 0 are set aside.
  private mutating func findFairest() -> BargainingChoice? {
    for _ in 0..<Self.roundLimit {
      guard isSeeking.contains(true), bargaining.goesOn else { return nil }
      let found = climb(in: problem.weights, from: origin)
      if found.least > bargaining.leastGain * unit {
        return BargainingChoice(
          levels: found.levels, multipliers: found.multipliers,
          value: found.least)
      }
      let average = 1 / Double(isSeeking.count { $0 })
      for i in found.multipliers.indices
      where found.multipliers[i] * problem.weights[i] >= average {
        isSeeking[i] = false
      }
      setHopelessAside()
    }
    return nil
  }

  private func greatestLeastGain(
    in units: [Double], from start: [Double]
  ) -> BargainingChoice? {
    let found = climb(in: units, from: start)
    guard found.least > 0 else { return nil }
    return BargainingChoice(
      levels: found.levels, multipliers: found.multipliers, value: found.least)
  }

  /// Follows the maximum of the guarded least gain as the barrier is lowered.
  private func climb(
    in units: [Double], from start: [Double]
  ) -> (levels: [Double], multipliers: [Double], least: Double) {
    let units = zip(units, isSeeking).map { $1 ? $0 : .infinity }
    let count = Double(isSeeking.count { $0 })
    let size = zip(units, largestGains).reduce(0.0) {
      $1.0 < .infinity
        ? max($0, min($1.1, unit) / $1.0) : $0
    }
    var function = GuardedLeastGain(
      reference: problem.disagreement, units: units, barrier: size / count)
    var (levels, before) = (start, start)
    while true {
      let isLast = function.barrier * count <= bargaining.leastGain * size
      levels = ahead(of: levels, before, under: function)
      before = levels
      levels = maximum(
        of: function, from: levels, tolerance: Self.forcing * function.barrier)
      let gains = function.gains(of: problem.game.payoffs(at: levels))
      let least = gains.min() ?? 0
      let isFine = function.barrier * count <= bargaining.accuracy * least
      if isFine || isLast || !bargaining.goesOn {
        levels = maximum(
          of: function, from: levels,
          tolerance: Self.precision * function.barrier)
        let payoffs = problem.game.payoffs(at: levels)
        return (
          levels, function.slopes(at: payoffs),
          function.gains(of: payoffs).min() ?? 0
        )
      }
      function.barrier *= Self.lowering
    }
  }

  /// Where the path of maxima leads as the barrier is lowered, if that is
  /// better than where it is.
  private func ahead(
    of levels: [Double], _ before: [Double],
    under function: GuardedLeastGain
  ) -> [Double] {
    let moved = levels.indices.map {
      bounds.clamp(
        levels[$0] + Self.lowering * (levels[$0] - before[$0]), variable: $0)
    }
    let (here, there) = (
      problem.game.payoffs(at: levels), problem.game.payoffs(at: moved)
    )
    return function.value(of: there) > function.value(of: here)
      ? moved : levels
  }

  private func greatestProduct(from start: [Double]) -> BargainingChoice {
    let function = GuardedSum(
      weights: isSeeking.map { _ in 0 }, floor: problem.disagreement,
      barriers: zip(problem.weights, isSeeking).map { $1 ? $0 : 0 })
    let total = function.barriers.reduce(0, +)
    let levels = maximum(
      of: function, from: start, tolerance: Self.bargainPrecision * total)
    return BargainingChoice(
      levels: levels,
      multipliers: function.slopes(at: problem.game.payoffs(at: levels)),
      value: total)
  }

  private func richest(from start: [Double]) -> BargainingChoice {
    let gains = problem.gains(at: start)
    let total = zip(problem.weights, gains).reduce(0) { $0 + $1.0 * $1.1 }
    let count = Double(isSeeking.count { $0 })
    var levels = start
    var barrier = total / count
    while true {
      let barriers = isSeeking.map { $0 ? barrier : 0 }
      let function = GuardedSum(
        weights: problem.weights, floor: problem.disagreement,
        barriers: barriers)
      let isLast =
        barrier * count <= bargaining.accuracy * total || !bargaining.goesOn
      levels = maximum(
        of: function, from: levels,
        tolerance: (isLast ? Self.precision : Self.forcing) * barrier)
      if isLast {
        let payoffs = problem.game.payoffs(at: levels)
        return BargainingChoice(
          levels: levels, multipliers: function.slopes(at: payoffs),
          value: function.weightedGain(of: payoffs))
      }
      barrier *= Self.lowering
    }
  }

  private func maximum(
    of function: some SocialWelfareFunction, from start: [Double],
    tolerance: Double
  ) -> [Double] {
    ProjectedNewton(tolerance: tolerance)
      .maximize(
        JointObjective(problem.game, function), within: bounds, from: start
      )
      .levels
  }

  /// How often players are set aside.
  private static var roundLimit: Int { 20 }
  /// The factor by which the barrier is lowered.
  private static var lowering: Double { 0.3 }
  /// The promised rise at which a barrier is lowered, in barriers.
  private static var forcing: Double { 0.3 }
  /// The promised rise at which the last one is left, in barriers.
  private static var precision: Double { 1e-6 }
  /// The promised rise at which the product is left, relative to the weights.
  private static var bargainPrecision: Double { 1e-13 }
}
