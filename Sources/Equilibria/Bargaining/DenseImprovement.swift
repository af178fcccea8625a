import Games

/// Improvements of games with few players, by methods with matrices.
struct DenseImprovement<G: Game> {
  let search: ImprovementSearch
  let game: G
  let weights: [Double]
  let disagreement: [Double]
  /// The size of gains.
  let unit: Double
  /// The profile of the greatest least gain, if that is positive.
  private var start: ImprovementChoice?

  init(
    _ search: ImprovementSearch, _ game: G, over levels: [Double],
    weights: [Double]
  ) {
    self.search = search
    self.game = game
    self.weights = weights
    disagreement = game.payoffs(at: levels)
    let optimum = search.local.maximize(
      JointObjective.welfare(of: game), from: levels
    ).levels
    let there = game.payoffs(at: optimum)
    unit = zip(there, disagreement).reduce(0) { max($0, abs($1.0 - $1.1)) }
    guard unit > 0, unit.isFinite else { return }
    start = fairest(in: weights, from: [levels, optimum])
  }

  /// The choice of the greatest least gain, gains being measured in units; nil
  /// if somebody loses.
  private func fairest(
    in units: [Double], from starts: [[Double]]
  ) -> ImprovementChoice? {
    let scale = unit / (units.max() ?? 1)
    let scaled = units.map { $0 * scale }
    guard scaled.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    var best: EgalitarianMaximum?
    for start in starts where search.goesOn {
      let found = search.egalitarian.maximize(
        game, over: disagreement, units: scaled, from: start)
      if found.leastGain > best?.leastGain ?? Self.leastGain { best = found }
    }
    return best.map { best in
      ImprovementChoice(
        levels: best.levels,
        multipliers: zip(best.shares, units).map { $0 / $1 },
        value: best.leastGain * scale)
    }
  }

  /// The choice of a way of choosing; nil where nobody can gain.
  func choice(_ solution: BargainingSolution) -> ImprovementChoice? {
    guard let start, search.goesOn else { return nil }
    switch solution {
    case .egalitarian: return start
    case .nash: return bargain(from: start.levels)
    case .utilitarian: return richest(from: start.levels)
    case .kalaiSmorodinsky:
      let units = largestGains(from: start.levels)
      return fairest(in: units, from: [start.levels]) ?? start
    }
  }

  private func richest(from start: [Double]) -> ImprovementChoice {
    let levels = guardedMaximum(of: weights, from: start)
    let gains = zip(game.payoffs(at: levels), disagreement).map { $0 - $1 }
    let barrier = search.leastBarrier * unit
    return ImprovementChoice(
      levels: levels,
      multipliers: zip(weights, gains).map { $1 > 0 ? $0 + barrier / $1 : $0 },
      value: zip(weights, gains).reduce(0) { $0 + $1.0 * $1.1 })
  }

  private func bargain(from start: [Double]) -> ImprovementChoice {
    let product = NashProduct(disagreement: disagreement, weights: weights)
    let levels = search.local.maximize(
      JointObjective(game, product), from: start
    ).levels
    return ImprovementChoice(
      levels: levels, multipliers: product.slopes(at: game.payoffs(at: levels)),
      value: weights.reduce(0, +))
  }

  /// The profile with the largest weighted sum that leaves nobody worse off.
  private func guardedMaximum(
    of weights: [Double], from start: [Double]
  ) -> [Double] {
    var levels = start
    var barrier = Self.firstBarrier
    let least = search.leastBarrier
    while true {
      let function = GuardedSum(
        weights: weights, floor: disagreement, barrier: barrier * unit)
      let found = search.local.maximize(
        JointObjective(game, function), from: levels)
      if found.value.isFinite { levels = found.levels }
      guard barrier > least else { return levels }
      barrier = max(least, barrier * Self.lowering)
    }
  }

  /// The largest gain that each player could have, times its weight.
  private func largestGains(from start: [Double]) -> [Double] {
    let here = game.payoffs(at: start)
    let gains = disagreement.indices.map { i in
      max(best(for: i, from: start), here[i]) - disagreement[i]
    }
    return zip(gains, weights).map { $0 * $1 }
  }

  /// The largest payoff of a player that leaves nobody worse off; for many
  /// players what interval arithmetic allows.
  private func best(for player: Int, from start: [Double]) -> Double {
    guard game.playerCount <= search.idealLimit else {
      let range = game.payoffEnclosure(of: player, over: game.strategies.box)
      return range.upper
    }
    let single = weights.indices.map { $0 == player ? 1.0 : 0 }
    let levels = guardedMaximum(of: single, from: start)
    return game.payoffs(at: levels)[player]
  }

  /// The least gain, relative to the size of gains, that counts.
  private static var leastGain: Double { 1e-9 }
  /// The barrier at the start, relative to the size of gains.
  private static var firstBarrier: Double { 0.1 }
  /// The factor by which the barrier is lowered.
  private static var lowering: Double { 0.03 }
}
