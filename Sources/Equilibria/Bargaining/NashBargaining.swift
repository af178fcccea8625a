import Games

/// Nash's bargaining solution: the profile of the greatest product of gains
/// over a disagreement.
///
/// First profiles are sought that make everybody strictly better off, by
/// maximising the least gain from several starts. From each the logarithm of
/// the product is maximised locally; the best is kept, and bounded by
/// ``GlobalMaximization`` for games of few variables.
///
/// Reference: Nash, The bargaining problem, Econometrica 18, 1950.
public struct NashBargaining: Sendable {
  /// The least gain, relative to the largest gain of the same player seen, that
  /// counts as strictly better.
  public var leastGain: Double
  /// The search for the least gain.
  public var egalitarian: EgalitarianMaximization
  /// The search for the product and its proof.
  public var search: GlobalMaximization
  /// The proof that there is no mutual gain.
  public var proof: LeastGainProof
  /// The proof of an agreement by its multipliers, the one that every
  /// ``Improvement`` has.
  public var bound: GlobalMaximization

  /// Bargaining with its limits.
  ///
  /// - Parameters:
  ///   - leastGain: The relative gain that counts as strictly better.
  ///   - egalitarian: The search for the least gain.
  ///   - search: The search for the product and its proof.
  ///   - proof: The proof that there is no mutual gain.
  ///   - bound: The proof of an agreement by its multipliers.
  public init(
    leastGain: Double = 1e-9,
    egalitarian: EgalitarianMaximization = EgalitarianMaximization(),
    search: GlobalMaximization = GlobalMaximization(
      tolerance: 1e-9, boxLimit: 200, branchingLimit: 6),
    proof: LeastGainProof = LeastGainProof(),
    bound: GlobalMaximization = ImprovementSearch.standardProof
  ) {
    self.leastGain = leastGain
    self.egalitarian = egalitarian
    self.search = search
    self.proof = proof
    self.bound = bound
  }

  /// Bargains over a disagreement.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - disagreement: What each player gets if no agreement is reached.
  ///   - weights: The bargaining power of each player; 1 each if nil.
  ///   - starts: Profiles to start from, such as an equilibrium.
  /// - Returns: The best agreement found, or that there is none.
  public func bargain(
    in game: some Game, over disagreement: [Double],
    weights: [Double]? = nil, from starts: [[Double]] = []
  ) -> BargainingOutcome {
    let profiles = profiles(game, starts)
    guard disagreement.allSatisfy(\.isFinite),
      let units = units(game, over: disagreement, at: profiles)
    else { return .noMutualGain(isProven: false) }
    let improvements = improvements(
      of: game, over: disagreement, from: profiles, units: units)
    guard !improvements.profiles.isEmpty else {
      let bound = proof.bound(
        game, over: disagreement, units: units,
        shares: improvements.best.shares,
        floor: improvements.best.leastGain)
      return .noMutualGain(isProven: bound.upperBound <= leastGain)
    }
    return agree(
      game, NashProduct(disagreement: disagreement, weights: weights),
      from: improvements.profiles)
  }

  /// Where the search for improvements starts.
  private func profiles(_ game: some Game, _ starts: [[Double]]) -> [[Double]] {
    let count =
      game.strategies.dimension > Self.manyVariables ? 0 : search.points
    return starts.map { game.strategies.clamped($0) }
      + MultiStart(points: count).starts(in: game.strategies.box)
  }

  /// The largest gain of each player at some profiles, in which its gains are
  /// measured; for one that gains nowhere the least of the others'. Nil if
  /// nobody gains anywhere.
  ///
  /// What others lose, or gain, by however much, does not count.
  private func units(
    _ game: some Game, over disagreement: [Double], at profiles: [[Double]]
  ) -> [Double]? {
    var largest = disagreement.map { _ in 0.0 }
    for levels in profiles {
      let payoffs = game.payoffs(at: levels)
      for i in largest.indices {
        let gain = payoffs[i] - disagreement[i]
        if gain.isFinite, gain > largest[i] { largest[i] = gain }
      }
    }
    guard let least = largest.filter({ $0 > 0 }).min() else { return nil }
    return largest.map { $0 > 0 ? $0 : least }
  }

  /// Profiles at which everybody gains, and the best least gain.
  private func improvements(
    of game: some Game, over disagreement: [Double], from starts: [[Double]],
    units: [Double]
  ) -> (profiles: [[Double]], best: EgalitarianMaximum) {
    var found: [[Double]] = []
    var best = EgalitarianMaximum(
      levels: [], leastGain: -.infinity,
      shares: units.map { _ in 1 / Double(units.count) }, spread: .infinity,
      termination: .stalled)
    for start in starts {
      let maximum = egalitarian.maximize(
        game, over: disagreement, units: units, from: start
      ) { $0.allSatisfy { $0 > Self.ampleGain } }
      if maximum.leastGain > best.leastGain { best = maximum }
      guard maximum.leastGain > leastGain else { continue }
      if !found.contains(maximum.levels) { found.append(maximum.levels) }
      if game.strategies.dimension > Self.manyVariables { break }
    }
    return (found, best)
  }

  private func agree<G: Game>(
    _ game: G, _ product: NashProduct, from starts: [[Double]]
  ) -> BargainingOutcome {
    let objective = JointObjective(game, product)
    var global = GlobalSearch(search, objective)
    global.findCandidates(from: starts)
    let found = global.prove()
    let gap = min(found.gap, excess(game, product, at: found.levels))
    return .agreement(
      Bargain(
        levels: found.levels, payoffs: game.payoffs(at: found.levels),
        welfare: game.welfare(at: found.levels),
        disagreement: product.disagreement, logarithmicGain: found.value,
        upperBound: found.value + gap,
        isProven: gap <= bound.tolerance * product.leastSize,
        residual: found.local.residual))
  }

  /// By how much the logarithm of another agreement may be greater, from the
  /// multipliers of this one.
  private func excess(
    _ game: some Game, _ product: NashProduct, at levels: [Double]
  ) -> Double {
    LagrangeBound(search: bound).excess(
      in: game, over: product.disagreement,
      multipliers: product.slopes(at: game.payoffs(at: levels)),
      value: product.leastSize, at: levels, size: product.leastSize)
  }

  /// The least gain, in units, at which the search for improvements stops: the
  /// product takes over.
  private static let ampleGain = 1e-3
  /// Beyond this number of variables few starts must do.
  private static let manyVariables = 60
}

extension Game {
  /// Nash's bargaining solution over given disagreement payoffs.
  ///
  /// - Parameters:
  ///   - disagreement: What each player gets if no agreement is reached.
  ///   - weights: The bargaining power of each player; 1 each if nil.
  ///   - starts: Profiles to start from besides the usual ones.
  ///   - bargaining: The method and its limits.
  /// - Returns: The best agreement found, or that there is none.
  public func nashBargain(
    over disagreement: [Double], weights: [Double]? = nil,
    from starts: [[Double]] = [],
    using bargaining: NashBargaining = NashBargaining()
  ) -> BargainingOutcome {
    bargaining.bargain(
      in: self, over: disagreement, weights: weights, from: starts)
  }

  /// Nash's bargaining solution over the payoffs of an equilibrium.
  ///
  /// ```swift
  /// let agreement = game.nashBargain(over: equilibrium).bargain
  /// ```
  ///
  /// - Parameters:
  ///   - equilibrium: What happens if no agreement is reached.
  ///   - weights: The bargaining power of each player; 1 each if nil.
  ///   - starts: Profiles to start from besides the usual ones.
  ///   - bargaining: The method and its limits.
  /// - Returns: The best agreement found, or that there is none.
  public func nashBargain(
    over equilibrium: Equilibrium, weights: [Double]? = nil,
    from starts: [[Double]] = [],
    using bargaining: NashBargaining = NashBargaining()
  ) -> BargainingOutcome {
    bargaining.bargain(
      in: self, over: payoffs(at: equilibrium.levels), weights: weights,
      from: [equilibrium.levels] + starts)
  }
}
