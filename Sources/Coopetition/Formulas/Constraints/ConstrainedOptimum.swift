import Equilibria
import Games

/// The best profile that keeps the constraints of a game, for all together.
///
/// It is an equilibrium of the same formulas with one player who owns
/// everything: at x with multipliers λ, no profile that keeps the constraints
/// has more than `W(x)` and what x is short of the largest `W − Σ_k λ_k g_k`.
/// Simplices alone are broken into a box, where the optimum is found as without
/// constraints.
struct ConstrainedOptimum {
  private let game: FormulaGame
  private let candidates: [[Double]]
  private let analyzer: Analyzer

  /// How many boxes the search may examine.
  private static let boxLimit = 2_000

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
    var optimum = broken.game.socialOptimum(using: analyzer.maximization)
    optimum.levels = broken.profile(optimum.levels)
    return optimum
  }

  private var constrainedOptimum: SocialOptimum {
    let relaxed = game.unconstrained.socialOptimum(
      from: candidates, using: analyzer.maximization)
    let planner = AuctioneerGame(plannersBase, plannersRows)
    var method = analyzer.search
    method.boxLimit = min(method.boxLimit, Self.boxLimit)
    let search = ConstrainedSearch(planner, using: method)
    var best = search.found.equilibria.map(search.projected)
      .map { (levels: $0.levels, most: welfare($0.levels) + $0.regret.upper) }
      .max { welfare($0.levels) < welfare($1.levels) }
    for levels in candidates + [relaxed.levels].filter(search.keeps)
    where best.map({ welfare($0.levels) < welfare(levels) }) ?? true {
      best = (levels, .infinity)
    }
    let levels = best?.levels ?? feasible(planner)
    let bound = max(
      welfare(levels), min(best?.most ?? .infinity, relaxed.upperBound))
    let tolerance =
      analyzer.maximization.tolerance * max(1, abs(welfare(levels)))
    var optimum = relaxed
    optimum.levels = levels
    optimum.payoffs = game.payoffs(at: levels)
    optimum.welfare = welfare(levels)
    optimum.upperBound = bound
    optimum.isProven = best != nil && bound - welfare(levels) <= tolerance
    optimum.termination = search.found.termination
    optimum.boxes += search.found.work.boxes
    return optimum
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
