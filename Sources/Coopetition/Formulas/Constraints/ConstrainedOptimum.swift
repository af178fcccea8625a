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
    var optimum = broken.game.socialOptimum(using: analyzer.maximization)
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
    if let planned { most = welfare(planned.levels) + planned.regret.upper }
    let isTight = planned.map { isProven($0.levels, below: most) } ?? false
    var optimum = relaxed(bounded: !isTight)
    let levels =
      best(
        of: candidates + (planned.map { [$0.levels] } ?? [])
          + [optimum.levels].filter(search.keeps)) ?? feasible(planner)
    let bound = max(welfare(levels), min(most, optimum.upperBound))
    optimum.levels = levels
    optimum.payoffs = game.payoffs(at: levels)
    optimum.welfare = welfare(levels)
    optimum.upperBound = bound
    optimum.isProven =
      (planned != nil || !candidates.isEmpty || search.keeps(levels))
      && isProven(levels, below: bound)
    optimum.termination = search.found.termination
    optimum.boxes += search.found.work.boxes
    return optimum
  }

  /// The best profile without constraints, whose bound holds with them, too;
  /// without a bound only candidates are looked for.
  private func relaxed(bounded: Bool) -> SocialOptimum {
    var method = analyzer.maximization
    if !bounded { method.boxLimit = 0 }
    var optimum = game.unconstrained.socialOptimum(
      from: candidates, using: method)
    if !bounded { optimum.upperBound = .infinity }
    return optimum
  }

  private func best(of profiles: [[Double]]) -> [Double]? {
    profiles.max { welfare($0) < welfare($1) }
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
