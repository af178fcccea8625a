import Games
import LinearAlgebra

/// A Pareto front beside what will happen: the equilibria, the optimum, and
/// what could be agreed on over the equilibrium.
public struct FrontAnalysis: Sendable {
  /// The game.
  public var game: any ScenarioGame
  /// The name and the members of each objective.
  public var objectives: [(name: String, members: [Int])]
  /// The front; its payoffs are those of the objectives.
  public var front: ParetoFront
  /// The equilibria, by falling welfare.
  public var equilibria: [Analysis.Outcome]
  /// Whether it is proven that there is no other equilibrium.
  public var isComplete: Bool
  /// The social optimum.
  public var optimum: SocialOptimum
  /// Profiles that leave nobody worse off than the disagreement.
  public var improvements: [Bargain]
  /// The stable equilibrium of least welfare; nil if none is known.
  public var disagreement: Analysis.Outcome?
  /// The payoffs of the objectives over which the volume is measured: those
  /// when all levels are at their lower bounds.
  public var reference: [Double]
  /// The volume of what the front dominates beyond the reference; nil for more
  /// than six objectives.
  public var hypervolume: Double?
  /// How long the front took, in seconds.
  public var frontSeconds: Double
  /// How long everything took, in seconds.
  public var seconds: Double

  /// What the objectives earn when the players earn `payoffs`.
  public func objectivePayoffs(_ payoffs: [Double]) -> [Double] {
    objectives.map { $0.members.reduce(0) { $0 + payoffs[$1] } }
  }
}

/// The methods of a ``FrontAnalysis`` and their limits.
public struct FrontAnalyzer: Sendable {
  /// Between whom the front is drawn.
  public var objectives: FrontObjectives
  /// Whether players outside the objectives keep to the equilibrium of the
  /// disagreement; otherwise their levels are chosen too.
  public var holdsOthers: Bool
  /// The method for the front.
  public var tracing: ParetoTracing
  /// The search for equilibria, the optimum and improvements.
  public var analyzer: Analyzer
  /// What each player counts in an improvement; 1 each if nil.
  public var weights: [Double]?

  /// Methods for a front; see the properties.
  public init(
    objectives: FrontObjectives = .players, holdsOthers: Bool = false,
    tracing: ParetoTracing = ParetoTracing(), analyzer: Analyzer = Analyzer(),
    weights: [Double]? = nil
  ) {
    self.objectives = objectives
    self.holdsOthers = holdsOthers
    self.tracing = tracing
    self.analyzer = analyzer
    self.weights = weights
  }

  /// Draws the front of a game.
  ///
  /// - Throws: `ScenarioError` if the objectives do not fit the game.
  public func analyze<G: ScenarioGame>(
    _ game: G
  ) throws(ScenarioError) -> FrontAnalysis {
    let clock = ContinuousClock()
    let start = clock.now
    let groups = try objectives.groups(in: game)
    let found = analysis(of: game)
    let disagreement = found.equilibria.disagreement
    let grouped = GroupedGame(
      game, groups.map(\.members),
      held: held(in: game, groups.flatMap(\.members), disagreement))
    let reference = grouped.payoffs(at: grouped.strategies.lowerBounds)
    var tracing = tracing
    tracing.reference = reference
    let standard = game.standard
    var improvements = improvements(in: standard, found)
    tracing.starts +=
      found.equilibria.map(\.levels) + [found.optimum.levels]
      + improvements.map(\.levels)
    var (front, seconds) = front(of: game, grouped, groups, tracing)
    let fairer = fairer(than: improvements, on: front, of: standard)
    if !fairer.isEmpty, !Cancellation.isRequested {
      let again = self.improvements(
        in: standard, found, from: fairer,
        knowing: improvements.first { $0.solution == .nash })
      improvements = improvements.map { known in
        again.first { $0.solution == known.solution } ?? known
      }
    }
    if game.strategies.dimension <= tracing.denseLimit {
      front.dropDominated(
        by: tracing.starts + improvements.map(\.levels), in: grouped)
    }
    return FrontAnalysis(
      game: game, objectives: groups, front: front,
      equilibria: found.equilibria, isComplete: found.isComplete,
      optimum: found.optimum,
      improvements: improvements,
      disagreement: disagreement, reference: reference,
      hypervolume: groups.count <= Self.hypervolumeLimit
        ? Hypervolume.of(front.payoffs, over: reference) : nil,
      frontSeconds: seconds, seconds: (clock.now - start) / .seconds(1))
  }

  /// Equilibria and optimum; of a large cluster those that sweeps find.
  private func analysis(of game: some ScenarioGame) -> Analysis {
    if let network = game as? SharingGame,
      network.playerCount > NetworkAnalyzer.firmLimit
    {
      return NetworkAnalyzer(
        maximization: GlobalMaximization(
          usesStandardStarts: false, branchingLimit: 0)
      ).analyze(network)
    }
    return analyzer.analyze(game)
  }

  /// The improvements of all solutions, Nash's being that of the analysis
  /// unless players count differently.
  private func improvements(
    in game: some ScenarioGame, _ found: Analysis,
    from starts: [[Double]] = [], knowing bargain: Bargain? = nil
  ) -> [Bargain] {
    let known =
      bargain.map { .agreement($0) }
      ?? (weights == nil ? found.bargaining : nil)
    if case .noMutualGain = known { return [] }
    let solutions = BargainingSolution.allCases
    let others = analyzer.bargain(
      in: game, among: found.equilibria, found.optimum, weights: weights,
      from: starts, choosing: solutions.filter { $0 != .nash || known == nil })
    let all = others.compactMap(\.bargain) + [known?.bargain].compactMap(\.self)
    return solutions.compactMap { solution in
      all.first { $0.solution == solution }
    }
  }

  /// Profiles of the front with a greater least gain than the egalitarian
  /// improvement, the greatest first; few.
  private func fairer(
    than improvements: [Bargain], on front: ParetoFront,
    of game: some ScenarioGame
  ) -> [[Double]] {
    guard
      let fairest = improvements.first(where: {
        $0.solution == .egalitarian && !$0.isProven
      }), game.strategies.dimension <= GlobalMaximization.manyVariables
    else { return [] }
    func least(_ payoffs: [Double]) -> Double {
      let weights = weights ?? payoffs.map { _ in 1 }
      return payoffs.indices.reduce(.infinity) {
        min($0, (payoffs[$1] - fairest.disagreement[$1]) / weights[$1])
      }
    }
    let floor = least(fairest.payoffs) * (1 + Self.distinction)
    return front.points.map {
      (levels: $0.levels, gain: least(game.payoffs(at: $0.levels)))
    }
    .filter { $0.gain > floor }.sorted { $0.gain > $1.gain }
    .prefix(Self.fairerLimit).map(\.levels)
  }

  /// Traces the front; of the game itself if its players are the objectives.
  private func front<G: ScenarioGame>(
    of game: G, _ grouped: GroupedGame<G>,
    _ groups: [(name: String, members: [Int])], _ tracing: ParetoTracing
  ) -> (ParetoFront, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let front =
      objectives == .players
      ? game.paretoFront(using: tracing) : grouped.paretoFront(using: tracing)
    return (front, (clock.now - start) / .seconds(1))
  }

  /// The levels of players outside the objectives, if they are held.
  private func held(
    in game: some ScenarioGame, _ members: [Int],
    _ disagreement: Analysis.Outcome?
  ) -> [Double?] {
    guard holdsOthers, let disagreement else { return [] }
    var held: [Double?] = disagreement.levels
    for member in members {
      for v in game.strategies.variables(of: member) { held[v] = nil }
    }
    return held
  }

  /// By which share a least gain is greater than another.
  private static var distinction: Double { 1e-6 }
  /// From how many profiles of the front improvements are sought again.
  private static var fairerLimit: Int { 4 }
  /// The largest number of objectives whose volume is measured.
  private static var hypervolumeLimit: Int { 6 }
}
