import Games
import LinearAlgebra

/// What a ``ParetoTracing`` knows so far, whether the front is to be a
/// ``FrontCurve`` or a ``FrontMesh``.
struct ParetoSearch<G: Game> {
  let game: G
  let tracing: ParetoTracing
  var solver: CriticalPointSolver<G>
  /// Points of the front, found by local searches.
  var found: [CriticalPoint] = []
  /// The payoffs of the points that have an identity, in order of those.
  private var identified: [[Double]] = []
  /// Samples that no other sample dominates.
  var samples: [CriticalPoint] = []
  /// The profiles that are known beforehand.
  private(set) var starts: [CriticalPoint] = []
  /// The levels of profiles off the front that were climbed from.
  var explored: Set<[Double]> = []
  /// The extent of the front in each payoff, as far as known; positive.
  var extents: [Double]
  var problems = 0
  /// Whether the search is to end.
  var isCancelled = false
  /// Whether work is to stop, so that the last problem may be unsolved.
  var isInterrupted: Bool { isCancelled || Cancellation.isRequested }
  /// Whether enough problems were solved.
  var isExhausted: Bool {
    let limit =
      solver.isDense ? tracing.problemLimit : Self.scarcity * tracing.points
    return isCancelled || problems >= limit
  }

  init(_ game: G, _ tracing: ParetoTracing) {
    self.game = game
    self.tracing = tracing
    solver = CriticalPointSolver(game, tracing)
    extents = Array(repeating: 1, count: game.playerCount)
  }

  /// Samples payoffs, climbs from several samples and finds what is best for
  /// each player.
  mutating func start() {
    takeSamples()
    measureExtents(samples)
    for seed in spread(samples, count: tracing.seeds) { climb(from: seed) }
    for player in 0..<game.playerCount where !isCancelled {
      askWhetherToGoOn()
      findBest(for: player)
    }
    measureExtents(nondominated(found))
  }

  /// Gives a point that has none an identity, which it keeps from then on;
  /// a profile of the same payoffs as an earlier one is the same point.
  ///
  /// - Complexity: O(points).
  mutating func identify(_ point: inout CriticalPoint) {
    guard point.id == nil else { return }
    if let known = identified.firstIndex(of: point.payoffs) {
      point.id = known
    } else {
      point.id = identified.count
      identified.append(point.payoffs)
    }
  }

  /// Drops what is dominated from the points found, puts them in order and
  /// identifies them.
  mutating func tidy() {
    var points = nondominated(found)
    for k in points.indices { identify(&points[k]) }
    found = points
  }

  /// Ends the search if it is not to go on.
  mutating func askWhetherToGoOn() {
    isCancelled =
      isCancelled
      || !tracing.monitor.continues("problems of the front", done: problems)
  }

  /// Whether one profile is best for everybody.
  var isSinglePoint: Bool {
    let best = (0..<game.playerCount).map { i in
      found.reduce(-Double.infinity) { max($0, $1.payoffs[i]) }
    }
    return found.contains { point in
      point.payoffs.indices.allSatisfy {
        best[$0] - point.payoffs[$0] <= Self.coincidence * size(of: $0)
      }
    }
  }

  /// The size of a payoff, for what counts as equal.
  private func size(of player: Int) -> Double {
    samples.reduce(extents[player]) { max($0, abs($1.payoffs[player])) }
  }

  private mutating func takeSamples() {
    let space = game.strategies
    let isLarge = space.dimension > GlobalMaximization.manyVariables
    let count = isLarge ? 0 : tracing.samples
    let all = MultiStart(points: count).starts(in: space.box)
      .compactMap { solver.point(at: $0) }
    starts = tracing.starts.filter { $0.count == space.dimension }
      .compactMap { solver.point(at: space.clamped($0)) }
    let known = all + (solver.isDense ? starts : [])
    samples = NondominatedFilter.indices(known.map(\.payoffs))
      .map { known[$0] }
  }

  /// Sets the extents to the range of the points' payoffs.
  private mutating func measureExtents(_ points: [CriticalPoint]) {
    for i in extents.indices {
      let values = points.map { $0.payoffs[i] }
      let range = (values.max() ?? 0) - (values.min() ?? 0)
      let size = values.reduce(0) { max($0, abs($1)) }
      extents[i] =
        range.isFinite && range > Self.coincidence * size
        ? range : size.isFinite && size > 0 ? size : 1
    }
  }

  /// Some of the points, spread over the order of the first payoff.
  func spread(_ points: [CriticalPoint], count: Int) -> [CriticalPoint] {
    guard points.count > count, count > 1 else { return points }
    let sorted = points.sorted { $0.payoffs[0] < $1.payoffs[0] }
    return (0..<count).map { sorted[$0 * (sorted.count - 1) / (count - 1)] }
  }

  /// Climbs from a sample, everybody gaining in proportion to the extents,
  /// and to better hills that lie along a variable.
  private mutating func climb(from seed: CriticalPoint) {
    let problem = PascolettiSerafini(
      reference: seed.payoffs, direction: extents)
    var point = solver.climb(problem, from: seed)
    for _ in 0..<Self.hillLimit {
      guard
        let better = betterHill(
          than: point, by: { problem.advance(of: $0) })
      else { break }
      point = solver.climb(problem, from: better)
    }
    found.append(point)
  }

  /// The best point along the variables, one at a time and in equal steps, if
  /// it is better than the given one.
  func betterHill(
    than point: CriticalPoint, by value: ([Double]) -> Double
  ) -> CriticalPoint? {
    let space = game.strategies
    guard space.dimension <= GlobalMaximization.manyVariables else {
      return nil
    }
    var best: CriticalPoint?
    var highest = value(point.payoffs)
    highest += Self.coincidence * max(1, abs(highest))
    var levels = point.levels
    for v in levels.indices {
      let (lower, upper) = (space.lowerBounds[v], space.upperBounds[v])
      for k in 0...Self.scanSteps {
        levels[v] =
          lower + (upper - lower) * Double(k) / Double(Self.scanSteps)
        guard let trial = solver.point(at: levels) else { continue }
        let height = value(trial.payoffs)
        if height > highest { (best, highest) = (trial, height) }
      }
      levels[v] = point.levels[v]
    }
    return best
  }

  /// Finds the profile that is best for a player; the others' payoffs decide
  /// a tie.
  private mutating func findBest(for player: Int) {
    let weights = extents.indices.map {
      ($0 == player ? 1 : Self.tieWeight) / extents[$0]
    }
    let function = Utilitarian(weights: weights)
    let starts = (found + samples).sorted {
      function.value(of: $0.payoffs) > function.value(of: $1.payoffs)
    }
    var best: CriticalPoint?
    for start in starts.prefix(solver.isDense ? Self.startCount : 1) {
      var point = start
      for _ in 0..<Self.hillLimit {
        let maximum = solver.maximum(of: weights, from: point.levels)
        guard let top = solver.point(at: maximum) else { break }
        point = top
        guard
          let better = betterHill(than: top, by: { function.value(of: $0) })
        else { break }
        point = better
      }
      point.multipliers = weights
      if function.value(of: point.payoffs)
        > best.map({ function.value(of: $0.payoffs) }) ?? -.infinity
      {
        best = point
      }
    }
    guard var best else { return }
    best.residual = solver.residual(at: best.levels, weights: weights)
    found.append(best)
  }

  /// How many problems may be solved for each point without matrices.
  private static var scarcity: Int { 3 }
  /// Differences up to this share of the payoffs' size count as none.
  static var coincidence: Double { 1e-10 }
  /// The weight of the others when the best profile for one player is sought.
  private static var tieWeight: Double { 1e-7 }
  /// Into how many steps the interval of a variable is cut in the search for
  /// better hills.
  private static var scanSteps: Int { 32 }
  /// How often a better hill is climbed.
  private static var hillLimit: Int { 4 }
  /// From how many points the best profile for a player is sought.
  private static var startCount: Int { 3 }
}
