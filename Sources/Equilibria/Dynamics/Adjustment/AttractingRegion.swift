import Games
import LinearAlgebra
import Scalars

/// A box around an equilibrium that the adjustment is proven to send into
/// itself while it contracts: whoever is in it ends at the equilibrium.
///
/// The box is `|x_i − x̂_i| ≤ r w_i` within the bounds. For best responses to
/// noise η, with `d_i = −F_ii + η/(x_i (c_i − x_i))`, it is enough that
///
///     |F_i(x̂)| + r Σ_{j≠i} |F_ij| w_j < r w_i d_i
///
/// over the box, or that the marginal payoff of i has one strict sign there
/// that keeps it at its bound (see ``LocalContraction``). For gradients the
/// derivative of the map itself is enclosed; imitation is proven to settle
/// where every player is at a bound.
///
/// Any rate in (0, 1] keeps what best responses do at rate 1, and so does
/// moving one after the other.
struct AttractingRegion {
  /// The first radius, the factor from each to the next, and how often it
  /// grows.
  private static let start = 0x1p-30
  private static let growth = 2.0
  private static let steps = 30

  /// The widest box tried that is proven; nil if none is.
  static func around(
    _ levels: [Double], of process: AdjustmentProcess
  ) -> Box? {
    guard let weights = weights(at: levels, of: process) else { return nil }
    var best: Box?
    var radius = start
    for _ in 0...steps {
      let test = RegionTest(
        process: process, levels: levels, weights: weights, radius: radius)
      guard let box = test.provenBox else { break }
      best = box
      radius *= growth
    }
    return best
  }

  /// The weights w that solve `(I − |B|) w = 1`; nil unless all are positive.
  private static func weights(
    at levels: [Double], of process: AdjustmentProcess
  ) -> [Double]? {
    let n = levels.count
    let space = process.game.strategies
    var gradient = levels
    var jacobian = Matrix(rows: n, columns: n)
    process.game.pseudoGradient(
      at: levels, into: &gradient, jacobian: &jacobian)
    var system = Matrix.identity(order: n)
    for i in 0..<n
    where space.lowerBounds[i] < levels[i] && levels[i] < space.upperBounds[i] {
      let cap = space.upperBounds[i]
      let extra =
        process.noise > 0
        ? process.noise / (levels[i] * (cap - levels[i])) : 0
      let own = extra - jacobian[i, i]
      guard own > 0 else { return nil }
      for j in 0..<n where j != i { system[i, j] = -abs(jacobian[i, j]) / own }
    }
    let ones = [Double](repeating: 1, count: n)
    guard let weights = try? LUFactorization(system).solve(ones),
      weights.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    let largest = weights.reduce(0, max)
    return weights.map { max($0 / largest, 1e-6) }
  }
}

/// Tries one radius.
private struct RegionTest {
  let process: AdjustmentProcess
  let levels: [Double]
  let weights: [Double]
  let radius: Double

  private var space: StrategySpace { process.game.strategies }

  private var box: Box {
    levels.indices.map { i in
      let whole = space.interval(of: i)
      return Interval(
        lower: max(whole.lower, levels[i] - radius * weights[i]),
        upper: min(whole.upper, levels[i] + radius * weights[i]))
    }
  }

  var provenBox: Box? {
    let box = box
    let n = box.count
    var gradient = box
    var jacobian = [Interval](repeating: .zero, count: n * n)
    process.game.pseudoGradientEnclosure(
      over: box, into: &gradient, jacobian: &jacobian)
    var point = levels.map { Interval($0) }
    let marginals = process.game.marginals(over: point)
    for i in 0..<n {
      let whole = space.interval(of: i)
      if whole.isPoint || staysAtBound(i, gradient[i]) { continue }
      point[i] = process.noisyMarginal(of: i, own: point[i], marginals)
      let row = Array(jacobian[(i * n)..<((i + 1) * n)])
      guard contracts(i, over: box, row, residual: point[i]) else {
        return nil
      }
    }
    return box
  }

  /// Whether the marginal payoff keeps a player at its bound.
  private func staysAtBound(_ i: Int, _ marginal: Interval) -> Bool {
    guard process.noise == 0 else { return false }
    let whole = space.interval(of: i)
    return levels[i] == whole.lower && marginal.isNegative
      || levels[i] == whole.upper && marginal.isPositive
  }

  private func contracts(
    _ i: Int, over box: Box, _ row: [Interval], residual: Interval
  ) -> Bool {
    let r = Interval(radius)
    var others = Interval.zero
    for j in row.indices where j != i {
      others += Interval(row[j].magnitude) * Interval(weights[j])
    }
    let own = r * Interval(weights[i])
    switch process.adjustment.rule {
    case .bestResponse:
      let least = -row[i] + stiffness(i, over: box[i])
      guard least.isPositive else { return false }
      let push = Interval(residual.magnitude) + r * others
      return (own * Interval(least.lower) - push).isPositive
    case .gradient:
      guard process.noise == 0 else { return false }
      let speed = Interval(process.adjustment.rate)
      let kept = Interval((1 + speed * row[i]).magnitude)
      let push = speed * (Interval(residual.magnitude) + r * others)
      return (own * (1 - kept) - push).isPositive
    case .imitation:
      return false
    }
  }

  /// `η/(x (c − x))`, at least.
  private func stiffness(_ i: Int, over level: Interval) -> Interval {
    guard process.noise > 0 else { return .zero }
    let cap = Interval(space.upperBounds[i])
    // x (c − x) is largest at c/2, else at an end.
    let half = cap / 2
    let inside = level.overlaps(half)
    let ends = [level.lower, level.upper].map {
      Interval($0) * (cap - Interval($0))
    }
    let most = inside ? half * half : Interval.max(ends[0], ends[1])
    return Interval((Interval(process.noise) / Interval(most.upper)).lower)
  }
}
