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
  /// The least gain, relative to the largest difference of payoffs seen, that
  /// counts as strictly better.
  public var leastGain: Double
  /// The search for the least gain.
  public var egalitarian: EgalitarianMaximization
  /// The search for the product and its proof.
  public var search: GlobalMaximization
  /// The proof that there is no mutual gain.
  public var proof: LeastGainProof

  /// Bargaining with its limits.
  ///
  /// - Parameters:
  ///   - leastGain: The relative gain that counts as strictly better.
  ///   - egalitarian: The search for the least gain.
  ///   - search: The search for the product and its proof.
  ///   - proof: The proof that there is no mutual gain.
  public init(
    leastGain: Double = 1e-9,
    egalitarian: EgalitarianMaximization = EgalitarianMaximization(),
    search: GlobalMaximization = GlobalMaximization(
      tolerance: 1e-9, boxLimit: 200, branchingLimit: 6),
    proof: LeastGainProof = LeastGainProof()
  ) {
    self.leastGain = leastGain
    self.egalitarian = egalitarian
    self.search = search
    self.proof = proof
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
    let payoffs = profiles.map { game.payoffs(at: $0) }
    let unit = payoffs.reduce(0.0) { largest, values in
      zip(values, disagreement).reduce(largest) { max($0, abs($1.0 - $1.1)) }
    }
    guard unit > 0 else { return .noMutualGain(isProven: false) }
    let improvements = improvements(
      of: game, over: disagreement, from: profiles, unit: unit)
    guard !improvements.profiles.isEmpty else {
      let bound = proof.bound(
        game, over: disagreement, units: disagreement.map { _ in unit },
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

  /// Profiles at which everybody gains, and the best least gain.
  private func improvements(
    of game: some Game, over disagreement: [Double], from starts: [[Double]],
    unit: Double
  ) -> (profiles: [[Double]], best: EgalitarianMaximum) {
    let units = disagreement.map { _ in unit }
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
    return .agreement(
      Bargain(
        levels: found.levels, payoffs: game.payoffs(at: found.levels),
        welfare: game.welfare(at: found.levels),
        disagreement: product.disagreement, logarithmicGain: found.value,
        upperBound: found.upperBound, isProven: found.isProven,
        residual: found.local.residual))
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
