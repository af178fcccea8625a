import Games
import LinearAlgebra

/// The methods of an ``Analysis`` and their limits.
public struct Analyzer: Sendable {
  /// The search for equilibria.
  public var search: BranchAndPrune
  /// The search for the social optimum.
  public var maximization: GlobalMaximization
  /// How players bargain.
  public var bargaining: Bargaining
  /// What analyses clusters of more than ``NetworkAnalyzer/firmLimit`` firms;
  /// nil to search them like small ones, however long it takes.
  public var networks: NetworkAnalyzer?
  /// Whether the Nash bargaining solution is looked for.
  public var bargains = true
  /// Whether the subsidy of the optimum is looked for, with all equilibria that
  /// there are when it is paid.
  public var subsidises = true

  /// An analyzer with its methods.
  public init(
    search: BranchAndPrune = BranchAndPrune(),
    maximization: GlobalMaximization = GlobalMaximization(),
    bargaining: Bargaining = Bargaining(),
    networks: NetworkAnalyzer? = NetworkAnalyzer()
  ) {
    self.search = search
    self.maximization = maximization
    self.bargaining = bargaining
    self.networks = networks
  }

  /// Analyses a game, a large cluster by ``networks``.
  ///
  /// - Parameters:
  ///   - game: What everybody earns, and what would be best for all.
  ///   - players: The game between those who decide, with the same variables,
  ///     such as groups; the game itself if it is nil. No subsidy is looked
  ///     for between them.
  /// - Returns: What is known, also when the search was stopped.
  public func analyze<G: ScenarioGame>(
    _ game: G, between players: GameBetweenGroups? = nil
  ) -> Analysis {
    if let networks, let network = game as? SharingGame, players == nil,
      network.playerCount > NetworkAnalyzer.firmLimit
    {
      return networks.analyze(network)
    }
    if let formulas = game as? FormulaGame, formulas.isConstrained,
      players == nil
    {
      return analyze(constrained: formulas)
    }
    return search(game, between: players)
  }

  private func search<G: ScenarioGame>(
    _ game: G, between players: GameBetweenGroups?
  ) -> Analysis {
    let clock = ContinuousClock()
    let start = clock.now
    let found =
      players?.equilibria(using: self.search)
      ?? game.equilibria(using: self.search)
    let standard = game.standard
    var optimum = standard.socialOptimum(
      from: found.equilibria.map(\.levels), using: maximization)
    let substitutes = substitutes(
      for: found, in: players ?? game.between(nil))
    var outcomes = (found.equilibria + substitutes)
      .map { outcome($0, of: game, optimum: optimum) }
      .sorted(by: Self.precedes)
    let agreement =
      bargains
      ? bargain(in: standard, among: outcomes, optimum, choosing: [.nash]).first
      : nil
    if let bargain = agreement?.bargain, optimum.improve(to: bargain) {
      for k in outcomes.indices {
        outcomes[k].efficiency = game.efficiency(
          of: outcomes[k].welfare, optimum: optimum.welfare)
      }
    }
    return Analysis(
      game: game, equilibria: outcomes, isComplete: found.isComplete,
      undecided: found.undecided, components: found.components,
      uniqueness: found.uniqueness,
      optimum: optimum,
      price: found.priceOfAnarchy(in: game, optimum: optimum),
      bargaining: agreement,
      subsidy: players == nil && subsidises && optimum.upperBound < .infinity
        ? subsidy(in: game, implementing: optimum) : nil,
      solver: SolverReport(
        method: "branch and prune",
        seconds: (clock.now - start) / .seconds(1),
        evaluations: found.work.boxes + found.work.sweeps + found.work.starts,
        termination: found.termination, work: found.work),
      statements: statements(on: found, of: game, optimum: optimum),
      tree: found.tree)
  }

  /// What bargaining over the disagreement among some equilibria comes to.
  ///
  /// - Parameters:
  ///   - game: The game whose payoffs count.
  ///   - outcomes: The equilibria, by falling welfare.
  ///   - optimum: The social optimum, from which gains are looked for too.
  ///   - weights: What each player counts; 1 each if nil.
  ///   - starts: Other profiles from which gains are looked for.
  ///   - solutions: The ways of choosing.
  /// - Returns: What each way comes to; nothing if there is no disagreement.
  func bargain(
    in game: some ScenarioGame, among outcomes: [Analysis.Outcome],
    _ optimum: SocialOptimum, weights: [Double]? = nil,
    from starts: [[Double]] = [], choosing solutions: [BargainingSolution]
  ) -> [BargainingOutcome] {
    guard let disagreement = outcomes.disagreement else { return [] }
    return bargaining.outcomes(
      of: BargainingProblem(
        game, over: disagreement.levels, disagreement: disagreement.payoffs,
        weights: weights, from: [optimum.levels] + starts), choosing: solutions)
  }

  /// The subsidy of an optimum with the equilibria that there are when it is
  /// paid.
  private func subsidy<G: ScenarioGame>(
    in game: G, implementing optimum: SocialOptimum
  ) -> ImplementingSubsidy? {
    guard var subsidy = game.subsidy(implementing: optimum.levels) else {
      return nil
    }
    let rates = subsidy.ratesWithMargin(
      at: optimum.levels, in: game.strategies)
    var method = self.search
    method.boxLimit = min(method.boxLimit, Self.subsidyBoxLimit)
    method.multiStart.startingProfiles.append(optimum.levels)
    func outcome(_ paid: some ScenarioGame) -> SubsidisedOutcome {
      SubsidisedOutcome(
        paid.equilibria(using: method), of: paid, paying: rates,
        near: optimum.levels)
    }
    subsidy.outcome = game.paying(rates).map { outcome($0) }
    return subsidy
  }

  /// How many boxes the search with subsidies may examine.
  private static var subsidyBoxLimit: Int { 10_000 }

  /// What else there is to say of a search.
  private func statements(
    on found: EquilibriumSet, of game: some ScenarioGame,
    optimum: SocialOptimum
  ) -> [String] {
    var said: [String] = []
    if !Cancellation.isRequested,
      case .undecided(let player, let part) = DomainSearch().verdict(
        on: game, over: game.strategies.box)
    {
      said.append(
        "Whether the payoff of \(game.playerNames[player]) is defined for "
          + "\(game.describe(part)) could not be decided; nothing is proven "
          + "there.")
    }
    if let sum = found.indexSum, sum != 1, !found.equilibria.isEmpty {
      said.append(
        "The indices of the equilibria found sum to \(sum). Where payoffs are "
          + "concave in a player's own levels, those of all sum to 1: others "
          + "are missing then, or one is degenerate.")
    }
    if found.priceOfAnarchy(in: game, optimum: optimum)?.isInfinite == true {
      said.append(
        "The price of anarchy is infinite: there is no welfare in the worst "
          + "equilibrium.")
    }
    return said
  }

  /// What Newton's method finds from the corners and the middle, if there may
  /// be equilibria but none is proven or isolated, such as where somebody's
  /// level makes no difference.
  func substitutes(
    for found: EquilibriumSet, in game: GameBetweenGroups
  ) -> [Equilibrium] {
    guard found.equilibria.isEmpty, !found.undecided.isEmpty else { return [] }
    var few = self.search.multiStart
    few.points = 0
    // Beside a multiple root there are many zeros within the accuracy.
    few.distinction = Self.distinction
    return game.equilibria(from: few, tolerance: Self.distinction)
  }

  /// How near two profiles without proof may be, in widths of the bounds, and
  /// how small an eigenvalue there means nothing.
  private static var distinction: Double { 1e-4 }

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
