import Games
import LinearAlgebra

/// The methods for clusters that are too large for a complete search.
///
/// Sweeps of best responses from the top and from the bottom give an
/// equilibrium each; what is proven of them is that they exist, that they are
/// the only ones near and how far the numbers are from them. The social
/// optimum is a local one with a bound on all profiles. What would take too
/// long is left out and listed in ``SolverReport/skipped``.
public struct NetworkAnalyzer: Sendable {
  /// Clusters of more firms than this are analysed this way.
  public static let firmLimit = 200

  /// The sweeps; where they start is set by the analyzer.
  public var sweeps: BestResponseSweeps
  /// The search for the social optimum.
  public var maximization: GlobalMaximization
  /// Whether it is tried to prove which equilibrium is the highest.
  public var provesHighest: Bool
  /// Hears which step has begun.
  public var monitor: Monitor

  /// An analyzer with its methods.
  ///
  /// - Parameters:
  ///   - sweeps: The sweeps.
  ///   - maximization: The search for the social optimum.
  ///   - provesHighest: Whether it is tried to prove which equilibrium is the
  ///     highest, which takes as long as all else or longer.
  ///   - monitor: Hears which step has begun.
  public init(
    sweeps: BestResponseSweeps = BestResponseSweeps(),
    maximization: GlobalMaximization = GlobalMaximization(
      usesStandardStarts: false),
    provesHighest: Bool = false, monitor: Monitor = .unattended
  ) {
    self.sweeps = sweeps
    self.maximization = maximization
    self.provesHighest = provesHighest
    self.monitor = monitor
  }

  /// Analyses a game.
  ///
  /// - Parameter game: The game.
  /// - Returns: The equilibria at the end of the sweeps, the optimum, and the
  ///   subsidy that implements it.
  /// - Complexity: O(firms + links) a sweep.
  public func analyze(_ game: SharingGame) -> Analysis {
    let clock = ContinuousClock()
    let start = clock.now
    begin(.sweeps)
    let ends = bothEnds(of: game)
    begin(.optimum)
    let optimum = optimum(of: game, from: ends.map(\.levels))
    begin(.highest)
    let highest =
      provesHighest && HighestEquilibrium().proves(ends[0].levels, in: game)
      ? ends[0].levels : nil
    begin(.proofs)
    let outcomes = distinct(ends).map { outcome($0, of: game, optimum) }
      .sorted { $0.welfare > $1.welfare }
    begin(.subsidy)
    return Analysis(
      game: game, equilibria: outcomes, isComplete: false,
      undecided: [game.strategies.box], uniqueness: [], optimum: optimum,
      bargaining: nil, subsidy: game.subsidy(implementing: optimum.levels),
      solver: SolverReport(
        method: "best-response sweeps",
        seconds: (clock.now - start) / .seconds(1),
        evaluations: ends.reduce(0) { $0 + $1.iterations },
        termination: ends.first { $0.termination != .converged }?.termination
          ?? .converged,
        skipped: Self.skipped(game)),
      statements: Self.statements(outcomes, of: game, highest: highest))
  }

  /// What an analysis does, in order.
  private enum Step: Int, CaseIterable {
    case sweeps, optimum, highest, proofs, subsidy
  }

  /// Tells the monitor that a step begins. Whether to go on is asked in it.
  private func begin(_ step: Step) {
    _ = monitor.continues(
      "steps of the analysis", done: step.rawValue, of: Step.allCases.count)
  }

  /// The equilibria at which sweeps from the top and from the bottom end, with
  /// what is proven of each.
  func ends(of game: SharingGame) -> [Equilibrium] {
    distinct(bothEnds(of: game)).map { equilibrium($0, of: game) }
  }

  /// Where sweeps from the top and from the bottom end, side by side.
  private func bothEnds(of game: SharingGame) -> [NashSolution] {
    let starts: [BestResponseSweeps.Start] = [.highest, .lowest]
    return Parallel.map(starts.count) { ends(of: game, from: starts[$0]) }
  }

  /// Sweeps from one end; Newton steps follow where sweeps are too slow.
  private func ends(
    of game: SharingGame, from start: BestResponseSweeps.Start
  ) -> NashSolution {
    var sweeps = sweeps
    sweeps.start = start
    let found = game.solve(sweeps)
    guard found.termination == .iterationLimit else { return found }
    return game.solve(NewtonKrylov(sweeps: sweeps), from: found.levels)
  }

  /// The solutions without a second one that agrees with the first.
  private func distinct(_ ends: [NashSolution]) -> [NashSolution] {
    guard ends.count == 2 else { return ends }
    let distance = zip(ends[0].levels, ends[1].levels).reduce(0) {
      max($0, abs($1.0 - $1.1))
    }
    return distance <= Self.sameness ? [ends[0]] : ends
  }

  /// The best local optimum: from everybody at the cap, and from the
  /// equilibria if that ended below one of them.
  func optimum(
    of game: some Game, from equilibria: [[Double]]
  ) -> SocialOptimum {
    let first = game.socialOptimum(
      from: [game.strategies.upperBounds], using: maximization)
    let better = equilibria.filter { game.welfare(at: $0) > first.welfare }
    guard !better.isEmpty else { return first }
    return game.socialOptimum(
      from: better + [first.levels], using: maximization)
  }

  private func outcome(
    _ solution: NashSolution, of game: SharingGame, _ optimum: SocialOptimum
  ) -> Analysis.Outcome {
    let levels = solution.levels
    let payoffs = game.payoffs(at: levels)
    let welfare = game.welfare(of: payoffs, at: levels)
    return Analysis.Outcome(
      equilibrium: equilibrium(solution, of: game),
      payoffs: payoffs, welfare: welfare,
      channels: game.breakdown(at: levels),
      commitment: game.commitment(at: levels),
      efficiency: game.efficiency(of: welfare, optimum: optimum.welfare))
  }

  /// What is proven: where best responses contract around the levels, the
  /// equilibrium exists, and is stable if everybody at a bound is so strictly.
  private func equilibrium(
    _ solution: NashSolution, of game: SharingGame
  ) -> Equilibrium {
    let levels = solution.levels
    let contractions =
      Cancellation.isRequested ? nil : LocalContractions(game, around: levels)
    let region = contractions?.widest()
    let tight = region.flatMap { contractions?.narrowest(within: $0) }
    let certificate = region.map { region in
      Certificate.proven(box: (tight ?? region).box, uniqueIn: region.box)
    }
    return Equilibrium(
      levels: levels,
      certificate: certificate ?? .numerical(residual: solution.residual),
      regret: game.regret(at: levels),
      stability: (tight ?? region)?.isStrict == true ? .stable : .undecided,
      index: region == nil ? 0 : 1)
  }

  /// What is proven of the order of equilibria.
  private static func statements(
    _ outcomes: [Analysis.Outcome], of game: SharingGame, highest: [Double]?
  ) -> [String] {
    outcomes.enumerated().flatMap { k, outcome in
      var said: [String] = []
      if outcome.levels == highest {
        said.append(
          game.influences.contains(.falling)
            ? "Every other equilibrium is less open than equilibrium \(k + 1)."
            : "No equilibrium has a firm that shares more than in "
              + "equilibrium \(k + 1).")
      }
      if outcome.levels == game.strategies.lowerBounds
        && outcome.equilibrium.isProven
      {
        said.append(
          "Equilibrium \(k + 1) is the lowest: nobody can share less.")
      }
      return said
    }
  }

  static func skipped(
    _ game: some Game
  ) -> [(key: String, reason: String)] {
    let size = "\(game.playerCount) firms"
    return [
      ("complete", "a search for every equilibrium of \(size) takes too long"),
      ("bargain", "bargaining over \(size) takes too long"),
    ]
  }

  /// How near two solutions count as one.
  static let sameness = 1e-9
}
