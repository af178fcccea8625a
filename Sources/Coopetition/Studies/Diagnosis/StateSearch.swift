import Games

/// Finds the state of a game: every equilibrium and the optimum, without what
/// an ``Analysis`` adds.
struct StateSearch: Sendable {
  /// The search for equilibria.
  var search = BranchAndPrune()
  /// The search for the social optimum.
  var maximization = GlobalMaximization()

  /// The state; nil where no equilibrium is found. Clusters of more firms than
  /// ``NetworkAnalyzer/firmLimit`` are swept from both ends.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - starts: Profiles from which to look for the optimum as well.
  /// - Returns: The state, or nil.
  func state(
    of game: any ScenarioGame, from starts: [[Double]] = []
  ) -> ClusterState? {
    if let large = game as? SharingGame,
      large.playerCount > NetworkAnalyzer.firmLimit
    {
      return state(ofLarge: large)
    }
    let ends = (game as? SharingGame).map(provenEnds) ?? []
    var search = search
    if !ends.isEmpty {
      search.boxLimit = min(search.boxLimit, Self.spannedBoxes)
    }
    let found = game.equilibria(using: search)
    let others = found.isComplete ? [] : found.missing(of: ends)
    let equilibria =
      (found.equilibria + others + substitutes(for: found, in: game))
      .map { (equilibrium: $0, welfare: game.welfare(at: $0.levels)) }
      .sorted {
        $0.welfare != $1.welfare
          ? $0.welfare > $1.welfare
          : $1.equilibrium.levels.lexicographicallyPrecedes(
            $0.equilibrium.levels)
      }
      .map(\.equilibrium)
    let optimum = game.socialOptimum(
      from: equilibria.map(\.levels) + starts, using: maximization)
    return ClusterState(
      of: game, equilibria: equilibria, optimum: optimum,
      isComplete: found.isComplete, spansAll: !ends.isEmpty)
  }

  /// How many boxes are looked into for further equilibria where two are
  /// proven to span all.
  private static let spannedBoxes = 2_000

  /// The state of one sample among many; nothing need be proven.
  ///
  /// Where levels are strategic complements sweeps from both ends give the
  /// worst and the best equilibrium. The optimum is the best local one.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - starts: Profiles from which to look for the optimum as well.
  /// - Returns: The state, or nil where no equilibrium is found.
  func sampledState(
    of game: any ScenarioGame, from starts: [[Double]]
  ) -> ClusterState? {
    guard let sharing = game as? SharingGame, sharing.isMonotone,
      let ends = ends(of: sharing)
    else { return state(of: game, from: starts) }
    var quick = maximization
    quick.boxLimit = 0
    return ClusterState(
      of: game, equilibria: ends,
      optimum: game.socialOptimum(
        from: ends.map(\.levels) + starts, using: quick),
      isComplete: false)
  }

  /// The highest and the lowest equilibrium; nil where sweeps do not settle.
  private func ends(of game: SharingGame) -> [Equilibrium]? {
    var ends: [Equilibrium] = []
    for start in [BestResponseSweeps.Start.highest, .lowest] {
      let found = game.solve(BestResponseSweeps(from: start))
      guard found.termination == .converged else { return nil }
      ends.append(
        Equilibrium(
          levels: found.levels,
          certificate: .numerical(residual: found.residual), regret: .entire,
          stability: .undecided, index: 0))
    }
    return ends
  }

  /// What Newton's method finds where nothing is proven.
  private func substitutes(
    for found: EquilibriumSet, in game: any ScenarioGame
  ) -> [Equilibrium] {
    Analyzer(search: search).substitutes(for: found, in: game.between(nil))
  }

  /// The state of a cluster of many firms: sweeps from both ends give its
  /// highest and its lowest equilibrium.
  ///
  /// With ε ≤ 1 and neither premium, stealing nor price these two are the
  /// worst and the best equilibrium for every firm, so that the state is
  /// proven from them once both are proven to be the ends.
  private func state(ofLarge game: SharingGame) -> ClusterState? {
    let analysis = NetworkAnalyzer().analyze(game)
    let equilibria = analysis.equilibria.map(\.equilibrium)
    return ClusterState(
      of: game, equilibria: equilibria, optimum: analysis.optimum,
      isComplete: false, spansAll: spansAll(equilibria, in: game))
  }

  /// The highest and the lowest equilibrium, where they are proven to span all
  /// others; none elsewhere.
  private func provenEnds(of game: SharingGame) -> [Equilibrium] {
    guard game.isMonotone else { return [] }
    let ends = NetworkAnalyzer().ends(of: game)
    return spansAll(ends, in: game) ? ends : []
  }

  /// Whether every equilibrium is proven to lie between some.
  private func spansAll(
    _ equilibria: [Equilibrium], in game: SharingGame
  ) -> Bool {
    game.isMonotone && equilibria.allSatisfy(\.isProven)
      && hasProvenEnds(equilibria.map(\.levels), in: game)
  }

  /// Whether the highest of some profiles is proven to be above every
  /// equilibrium, and the lowest is that nobody shares.
  private func hasProvenEnds(
    _ profiles: [[Double]], in game: SharingGame
  ) -> Bool {
    guard profiles.contains(game.strategies.lowerBounds) else { return false }
    let sums = profiles.map { $0.reduce(0, +) }
    guard let most = sums.max(), let place = sums.firstIndex(of: most) else {
      return false
    }
    return HighestEquilibrium().proves(profiles[place], in: game)
  }
}

extension EquilibriumSet {
  /// Those of some equilibria that are not near one that was found.
  fileprivate func missing(of others: [Equilibrium]) -> [Equilibrium] {
    others.filter { other in
      !equilibria.contains { known in
        zip(known.levels, other.levels).allSatisfy {
          abs($0 - $1) <= NetworkAnalyzer.sameness
        }
      }
    }
  }
}

extension SharingGame {
  /// Whether levels are strategic complements that do nobody else harm beyond
  /// leakage: ε ≤ 1, neither premium, stealing nor price.
  var isMonotone: Bool {
    cluster.model.curvature <= 1 && cluster.premium.value == 0
      && cluster.model.stealing == 0 && cluster.policy.price == 0
  }
}
