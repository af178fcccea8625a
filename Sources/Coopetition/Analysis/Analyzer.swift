import Games

/// The methods of an ``Analysis`` and their limits.
public struct Analyzer: Sendable {
  /// The search for equilibria.
  public var search: BranchAndPrune
  /// The search for the social optimum.
  public var maximization: GlobalMaximization
  /// The search for the Nash bargaining solution.
  public var bargaining: NashBargaining
  /// What analyses clusters of more than ``NetworkAnalyzer/firmLimit`` firms;
  /// nil to search them like small ones, however long it takes.
  public var networks: NetworkAnalyzer?
  /// Whether the Nash bargaining solution is looked for.
  public var bargains = true

  /// An analyzer with its methods.
  public init(
    search: BranchAndPrune = BranchAndPrune(),
    maximization: GlobalMaximization = GlobalMaximization(),
    bargaining: NashBargaining = NashBargaining(),
    networks: NetworkAnalyzer? = NetworkAnalyzer()
  ) {
    self.search = search
    self.maximization = maximization
    self.bargaining = bargaining
    self.networks = networks
  }

  /// Analyses a game, a large cluster by ``networks``.
  ///
  /// - Returns: What is known, also when the search was stopped.
  public func analyze<G: ScenarioGame>(_ game: G) -> Analysis {
    if let networks, let network = game as? SharingGame,
      network.playerCount > NetworkAnalyzer.firmLimit
    {
      return networks.analyze(network)
    }
    return search(game)
  }

  private func search<G: ScenarioGame>(_ game: G) -> Analysis {
    let clock = ContinuousClock()
    let start = clock.now
    let found = game.equilibria(using: self.search)
    let standard = game.standard
    let optimum = standard.socialOptimum(
      from: found.equilibria.map(\.levels), using: maximization)
    let outcomes = (found.equilibria + substitutes(for: found, in: game))
      .map { outcome($0, of: game, optimum: optimum) }
      .sorted(by: Self.precedes)
    let worst = bargains ? outcomes.last(where: \.isStable) : nil
    let bargain = worst.flatMap { disagreement in
      bargaining.bargain(
        in: standard, over: disagreement.payoffs,
        from: [disagreement.levels, optimum.levels]
      ).bargain
    }
    return Analysis(
      game: game, equilibria: outcomes, isComplete: found.isComplete,
      undecided: found.undecided, uniqueness: found.uniqueness,
      optimum: optimum,
      price: found.priceOfAnarchy(in: game, optimum: optimum),
      bargain: bargain,
      subsidy: game.subsidy(implementing: optimum.levels),
      solver: SolverReport(
        method: "branch and prune",
        seconds: (clock.now - start) / .seconds(1),
        evaluations: found.work.boxes + found.work.sweeps + found.work.starts,
        termination: found.termination),
      tree: found.tree)
  }

  /// What Newton's method finds from the corners and the middle, if there may
  /// be equilibria but none is proven or isolated, such as where somebody's
  /// level makes no difference.
  func substitutes(
    for found: EquilibriumSet, in game: some ScenarioGame
  ) -> [Equilibrium] {
    guard found.equilibria.isEmpty, !found.undecided.isEmpty else { return [] }
    var few = self.search.multiStart
    few.points = 0
    return few.equilibria(of: game).map { levels in
      let regret = game.regret(at: levels)
      return Equilibrium(
        levels: levels, certificate: .numerical(residual: regret.upper),
        regret: regret, stability: game.stability(at: levels), index: 0)
    }
  }

  /// More welfare first; the levels decide a tie.
  private static func precedes(
    _ a: Analysis.Outcome, _ b: Analysis.Outcome
  ) -> Bool {
    a.welfare != b.welfare
      ? a.welfare > b.welfare
      : b.levels.lexicographicallyPrecedes(a.levels)
  }

  private func outcome(
    _ equilibrium: Equilibrium, of game: some ScenarioGame,
    optimum: SocialOptimum
  ) -> Analysis.Outcome {
    let welfare = game.welfare(at: equilibrium.levels)
    return Analysis.Outcome(
      equilibrium: equilibrium,
      payoffs: game.payoffs(at: equilibrium.levels), welfare: welfare,
      channels: game.breakdown(at: equilibrium.levels),
      commitment: game.commitment(at: equilibrium.levels),
      efficiency: game.efficiency(of: welfare, optimum: optimum.welfare))
  }
}
