import Games

/// The methods of an ``Analysis`` and their limits.
public struct Analyzer: Sendable {
  /// The search for equilibria.
  public var search: BranchAndPrune
  /// The search for the social optimum.
  public var maximization: GlobalMaximization
  /// The search for the Nash bargaining solution.
  public var bargaining: NashBargaining

  /// An analyzer with its methods.
  public init(
    search: BranchAndPrune = BranchAndPrune(),
    maximization: GlobalMaximization = GlobalMaximization(),
    bargaining: NashBargaining = NashBargaining()
  ) {
    self.search = search
    self.maximization = maximization
    self.bargaining = bargaining
  }

  /// Analyses a game.
  public func analyze<G: ScenarioGame>(_ game: G) -> Analysis {
    let clock = ContinuousClock()
    let start = clock.now
    let found = search.equilibria(of: game)
    let optimum = game.socialOptimum(
      from: found.equilibria.map(\.levels), using: maximization)
    let outcomes = (found.equilibria + substitutes(for: found, in: game))
      .map { outcome($0, of: game, optimum: optimum) }
      .sorted(by: Self.precedes)
    let worst = outcomes.last(where: \.isStable)
    let bargain = worst.flatMap { disagreement in
      bargaining.bargain(
        in: game, over: disagreement.payoffs,
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
  private func substitutes(
    for found: EquilibriumSet, in game: some ScenarioGame
  ) -> [Equilibrium] {
    guard found.equilibria.isEmpty, !found.undecided.isEmpty else { return [] }
    var few = search.multiStart
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
      efficiency: game.efficiency(of: welfare, optimum: optimum.welfare))
  }
}
