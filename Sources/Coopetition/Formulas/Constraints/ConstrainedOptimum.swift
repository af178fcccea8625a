import Equilibria
import Games

/// The best profile that keeps the constraints of a game, for all together.
///
/// It is an equilibrium of the same formulas with one player who owns
/// everything: at x with multipliers λ, no profile that keeps the constraints
/// has more than `W(x)` and what x is short of the largest `W − Σ_k λ_k g_k`.
/// Where that leaves a gap, as it may where payoffs are not concave or
/// constraints not convex, ``ConstrainedMaximization`` looks for it. Simplices
/// alone are broken into a box, where the optimum is found as without
/// constraints.
struct ConstrainedOptimum {
  private let game: FormulaGame
  private let candidates: [[Double]]
  private let analyzer: Analyzer

  /// How many boxes the search may examine.
  private static let boxLimit = 200

  /// - Parameters:
  ///   - game: The game.
  ///   - candidates: Profiles that keep the constraints.
  ///   - analyzer: The methods.
  init(
    _ game: FormulaGame, candidates: [[Double]], using analyzer: Analyzer
  ) {
    self.game = game
    self.candidates = candidates
    self.analyzer = analyzer
  }

  /// The best profile found, with a bound on all that keep the constraints.
  var optimum: SocialOptimum {
    game.constraints.isEmpty ? optimumOfShares : constrainedOptimum
  }

  private var optimumOfShares: SocialOptimum {
    let broken = StickBreaking(game)
    var optimum = broken.game.socialOptimum(
      from: candidates.map(broken.levels), using: analyzer.maximization)
    optimum.levels = broken.profile(optimum.levels)
    return optimum
  }

  private var constrainedOptimum: SocialOptimum {
    let planner = AuctioneerGame(plannersBase, plannersRows)
    var method = analyzer.search
    method.boxLimit = min(method.boxLimit, Self.boxLimit)
    let search = ConstrainedSearch(planner, using: method)
    let planned = search.found.equilibria.map(search.projected)
      .max { welfare($0.levels) < welfare($1.levels) }
    var most = Double.infinity
    if let planned {
      let reached = JointObjective.welfare(of: game)
        .enclosure(over: planned.levels.map { Interval($0) })
      most = (reached + planned.regret).upper
    }
    let known = candidates + (planned.map { [$0.levels] } ?? [])
    let isOnly = planner.base.strategies.box.allSatisfy(\.isPoint)
    let isTight =
      isOnly || planned.map { isProven($0.levels, below: most) } ?? false
    let climbed =
      isTight ? .init() : maximization(of: planner).result(from: known)
    most = min(most, climbed.upperBound)
    if most == .infinity { most = boundWithoutConstraints }
    let levels = best(of: known, or: climbed.best?.levels) ?? feasible(planner)
    let bound = max(welfare(levels), most)
    return SocialOptimum(
      levels: levels, payoffs: game.payoffs(at: levels),
      welfare: welfare(levels), upperBound: bound,
      isProven: (known.contains(levels) || search.keeps(levels))
        && (isOnly || isProven(levels, below: bound)),
      termination: isTight ? search.found.termination : climbed.termination,
      boxes: search.found.work.boxes + climbed.boxes)
  }

  private func maximization(
    of planner: AuctioneerGame
  ) -> ConstrainedMaximization {
    ConstrainedMaximization(
      planner.base, planner.rows, planner.functions,
      using: analyzer.maximization)
  }

  /// What no profile has more than if nothing need be kept, nor then.
  private var boundWithoutConstraints: Double {
    game.unconstrained.socialOptimum(using: analyzer.maximization).upperBound
  }

  /// The profile of most welfare among some that are known to keep the
  /// constraints, or another one if it has more beyond the tolerance.
  private func best(
    of known: [[Double]], or other: [Double]?
  ) -> [Double]? {
    let first = known.max { welfare($0) < welfare($1) }
    guard let first, let other else { return first ?? other }
    return isProven(first, below: welfare(other)) ? first : other
  }

  /// Whether a bound leaves no more than the tolerance, relative to what the
  /// players earn.
  private func isProven(_ levels: [Double], below bound: Double) -> Bool {
    let size = game.payoffs(at: levels).reduce(0) { $0 + abs($1) }
    return bound - welfare(levels) <= analyzer.maximization.tolerance * size
  }

  private func welfare(_ levels: [Double]) -> Double {
    game.welfare(at: levels)
  }

  /// A profile that keeps the constraints as far as it could be found.
  private func feasible(_ planner: AuctioneerGame) -> [Double] {
    FeasiblePoint(planner.base, planner.rows, planner.functions)
      .profile(planner.rows.map { _ in 0 })
  }

  /// The formulas with one player who earns what all earn.
  private var plannersBase: FormulaGame {
    var source = game.program.source.unconstrained(game.parameterValues)
    let sum = source.players.map { "(\($0.payoff))" }
    source.players = [
      FormulaPlayer(
        "all", source.players.flatMap(\.variables),
        payoff: sum.joined(separator: " + "))
    ]
    return FormulaGame(derivedFrom: source)
  }

  private var plannersRows: [ConstraintRow] {
    game.program.rows.map { $0.kept(by: [0]) }
  }
}
