import Equilibria
import Games

/// Plays of firms, or of a planner, that look ahead.
///
/// Over T periods the value of firm i is
/// `Σ_{t<T} d^t u_i(t) + d^T/(1 − d) u_i(s(T−1), K(T))`: from then on levels
/// and stocks stay.
struct PathPlay {
  private let growth: KnowledgeGrowth
  private let discount: Double
  private let horizon: Int
  private let game: PathGame

  /// The plays of a cluster.
  init(_ growth: KnowledgeGrowth, _ section: GrowthSection, horizon: Int) {
    self.growth = growth
    self.horizon = horizon
    discount = section.discount
    game = PathGame(growth, horizon: horizon, discount: section.discount)
  }

  /// The limit on rounds of best responses.
  private static let roundLimit = 500
  /// Paths have settled when no level changes by more.
  private static let settled = 1e-12
  /// Paths nearer than this count as one.
  private static let distinct = 1e-6

  /// Open-loop equilibria: each firm's path is best against those of the
  /// others. One from nobody sharing, one from everybody, if they differ.
  func foresight() throws(ScenarioError) -> [GrowthRun] {
    let space = game.strategies
    let low = settle(from: space.lowerBounds)
    let high = settle(from: space.upperBounds)
    let isSame = zip(low, high).allSatisfy {
      abs($0 - $1) <= Self.distinct
    }
    return try run(.foresight, low)
      + (isSame ? [] : try run(.foresight, high))
  }

  /// The path of largest discounted welfare found, no worse than the paths of
  /// foresight.
  func planner() throws(ScenarioError) -> GrowthRun {
    let space = game.strategies
    let middle = zip(space.lowerBounds, space.upperBounds).map { ($0 + $1) / 2 }
    let starts = [
      space.upperBounds, space.lowerBounds, middle,
      settle(from: space.lowerBounds), settle(from: space.upperBounds),
    ]
    let objective = JointObjective(
      game, Utilitarian(weights: game.everybody))
    let best = starts.map {
      BoundedMaximization().maximize(objective, from: $0)
    }.max { $0.value < $1.value }
    return try run(.planner, best?.levels ?? space.lowerBounds)[0]
  }

  /// Rounds in which each firm answers with its best path.
  private func settle(from start: [Double]) -> [Double] {
    var paths = start
    for _ in 0..<Self.roundLimit {
      var change = 0.0
      for firm in growth.start.indices {
        let best = response(of: firm, to: paths)
        change = zip(best, paths).reduce(change) {
          max($0, abs($1.0 - $1.1))
        }
        paths = best
      }
      if change <= Self.settled { break }
    }
    return paths
  }

  private func response(of firm: Int, to paths: [Double]) -> [Double] {
    let own = game.strategies.variables(of: firm)
    let held = game.strategies.holding(
      paths.indices.map { !own.contains($0) }, at: paths)
    let weights = game.everybody.indices.map { $0 == firm ? 1.0 : 0 }
    return BoundedMaximization().maximize(
      JointObjective(game, Utilitarian(weights: weights)), within: held,
      from: paths
    ).levels
  }

  private func run(
    _ play: GrowthRun.Play, _ paths: [Double]
  ) throws(ScenarioError) -> [GrowthRun] {
    let levels = (0..<horizon).map { t in
      growth.start.indices.map { paths[$0 * horizon + t] }
    }
    var run = try GrowthRun(play, growth, levels: levels, discount: discount)
    run.values = Array(game.payoffs(at: paths).prefix(growth.start.count))
    run.horizon = horizon
    run.residual = residual(play, at: paths)
    return [run]
  }

  /// The largest slope along which somebody could still rise.
  private func residual(
    _ play: GrowthRun.Play, at paths: [Double]
  ) -> Double {
    var slopes = game.pseudoGradient(at: paths)
    if play == .planner {
      game.weightedGradient(game.everybody, at: paths, into: &slopes)
    }
    let space = game.strategies
    return paths.indices.reduce(0) { largest, v in
      let next = space.clamp(paths[v] + slopes[v], variable: v)
      return max(largest, abs(next - paths[v]))
    }
  }
}
