import Games

/// Looks for profiles that leave nobody worse off than a disagreement.
///
/// A profile in which everybody gains is found by maximising the least gain.
/// From there sums of payoffs are maximised behind a logarithmic barrier that
/// keeps everybody above the disagreement (``GuardedSum``), which is lowered
/// step by step. Everything uses first derivatives and products with Hessians,
/// so that it works for networks of any size.
public struct ImprovementSearch: Sendable {
  /// The search for the greatest least gain.
  public var egalitarian: EgalitarianMaximization
  /// The method for smooth functions.
  public var local: BoundedMaximization
  /// The largest number of players for whom the largest gain of each is
  /// sought; beyond, what interval arithmetic allows each is taken for it.
  public var idealLimit: Int
  /// The barrier at the end, relative to the gains.
  public var leastBarrier: Double

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - egalitarian: The search for the greatest least gain.
  ///   - local: The method for smooth functions.
  ///   - idealLimit: The largest number of players for whom the largest gain
  ///     of each is sought.
  ///   - leastBarrier: The barrier at the end, relative to the gains.
  public init(
    egalitarian: EgalitarianMaximization = EgalitarianMaximization(),
    local: BoundedMaximization = BoundedMaximization(),
    idealLimit: Int = 40, leastBarrier: Double = 1e-11
  ) {
    self.egalitarian = egalitarian
    self.local = local
    self.idealLimit = idealLimit
    self.leastBarrier = leastBarrier
  }

  /// Looks for one improvement for each way of choosing.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - levels: The profile that is played if no agreement is reached.
  ///   - weights: What each player counts, positive; 1 each if nil.
  ///   - solutions: The ways of choosing.
  /// - Returns: The improvements in order; none if nobody can gain.
  /// - Precondition: There is a positive weight for each player.
  public func improvements(
    in game: some Game, over levels: [Double], weights: [Double]?,
    choosing solutions: [BargainingSolution]
  ) -> [Improvement] {
    let weights = weights ?? Array(repeating: 1, count: game.playerCount)
    precondition(
      weights.count == game.playerCount && weights.allSatisfy { $0 > 0 },
      "every player has a positive weight")
    let run = ImprovementRun(self, game, over: levels, weights: weights)
    guard let start = run.start else { return [] }
    return solutions.map { solution in
      run.improvement(solution, at: run.levels(of: solution, from: start))
    }
  }
}

/// What the search for improvements has in common.
struct ImprovementRun<G: Game> {
  let search: ImprovementSearch
  let game: G
  let weights: [Double]
  let disagreement: [Double]
  /// The size of gains.
  let unit: Double
  /// The profile of the greatest least gain, if that is positive.
  private(set) var start: [Double]?

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
    guard unit > 0 else { return }
    start = fairest(in: weights, from: [levels, optimum])
  }

  /// The profile of the greatest least gain, gains being measured in units; nil
  /// if somebody loses.
  func fairest(in units: [Double], from starts: [[Double]]) -> [Double]? {
    let units = units.map { $0 * unit }
    var best: EgalitarianMaximum?
    for start in starts {
      let found = search.egalitarian.maximize(
        game, over: disagreement, units: units, from: start)
      if found.leastGain > best?.leastGain ?? Self.leastGain { best = found }
    }
    return best?.levels
  }

  /// The profile of a way of choosing.
  func levels(
    of solution: BargainingSolution, from start: [Double]
  ) -> [Double] {
    switch solution {
    case .egalitarian: start
    case .nash: bargain(from: start)
    case .utilitarian: guardedMaximum(of: weights, from: start)
    case .kalaiSmorodinsky:
      fairest(in: largestGains(from: start), from: [start]) ?? start
    }
  }

  func improvement(
    _ solution: BargainingSolution, at levels: [Double]
  ) -> Improvement {
    let payoffs = game.payoffs(at: levels)
    return Improvement(
      solution: solution, levels: levels, payoffs: payoffs,
      gains: zip(payoffs, disagreement).map { $0 - $1 },
      welfare: game.welfare(at: levels))
  }

  private func bargain(from start: [Double]) -> [Double] {
    let product = NashProduct(disagreement: disagreement, weights: weights)
    return search.local.maximize(
      JointObjective(game, product), from: start
    ).levels
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

  /// The largest gain that each player could have, times its weight, relative
  /// to the largest of all.
  private func largestGains(from start: [Double]) -> [Double] {
    let here = game.payoffs(at: start)
    let gains = disagreement.indices.map { i in
      max(best(for: i, from: start), here[i]) - disagreement[i]
    }
    let largest = gains.reduce(0, max)
    return zip(gains, weights).map { $0 / largest * $1 }
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
