import Equilibria
import Games
import LinearAlgebra

/// Global maximisation of welfare under constraints: the best that the
/// ``MultiplierMethod`` finds from several starts, and a bound on all that keeps
/// the constraints by the global maximum of the ``AugmentedWelfare`` there.
///
/// Where that maximum is greater than the best found, its profile is a start
/// for the method, and if it leads to nothing better, the weight is too small
/// and grows.
///
/// Reference: Birgin, Floudas and Martínez, Global minimization using an
/// augmented Lagrangian method with variable lower-level constraints,
/// Mathematical Programming 125, 2010.
struct ConstrainedMaximization: Sendable {
  /// The best found, and what bounds all.
  struct Result: Sendable {
    /// The best profile that keeps the constraints, if any was found.
    var best: MultiplierMethod.Summit?
    /// No profile that keeps the constraints has more welfare.
    var upperBound = Double.infinity
    /// Why the search for a bound stopped.
    var termination = Termination.stalled
    /// How many boxes were examined.
    var boxes = 0
  }

  private let problem: AugmentedWelfare
  private let feasible: FeasiblePoint
  private let method: GlobalMaximization

  /// How often multipliers or the weight are changed for a bound.
  private static let roundLimit = 8
  /// The first weight, in sizes of welfare, and how it grows.
  private static let firstWeight = 10.0
  private static let growth = 10.0
  /// The share of the tolerance that is left to the rounding of A.
  private static let share = 0.5

  /// The problem of a game's constraints, whoever keeps them.
  init(
    _ base: FormulaGame, _ rows: [ConstraintRow],
    _ functions: ConstraintFunctions, using method: GlobalMaximization
  ) {
    feasible = FeasiblePoint(base, rows, functions)
    problem = AugmentedWelfare(base, rows, functions, scales: feasible.scales)
    self.method = method
  }

  /// The best profile, with a bound.
  ///
  /// - Parameter candidates: Profiles to start from besides the usual ones.
  /// - Returns: What was found; a bound only where a profile was.
  func result(from candidates: [[Double]]) -> Result {
    let starts =
      candidates + [feasible.profile(problem.rows.map { _ in 0 })]
      + method.starts(in: problem.base.strategies.box)
    let size = size(over: starts)
    let climb = MultiplierMethod(
      problem: problem, local: method.local,
      weight: Self.firstWeight * size)
    var result = Result()
    for start in starts {
      result.take(climb.summit(from: start))
    }
    bound(&result, by: climb, from: starts)
    return result
  }

  /// The largest welfare among the starts, or 1.
  private func size(over starts: [[Double]]) -> Double {
    let most = starts.reduce(0) {
      let welfare = abs(problem.base.welfare(at: $1))
      return welfare.isFinite ? max($0, welfare) : $0
    }
    return most > 0 ? most : 1
  }

  /// Bounds the welfare of all that keeps the constraints.
  private func bound(
    _ result: inout Result, by climb: MultiplierMethod, from starts: [[Double]]
  ) {
    var weight = climb.weight
    for _ in 0..<Self.roundLimit where !Cancellation.isRequested {
      guard let best = result.best else { return }
      let objective = problem.objective(
        shifts: best.multipliers.map { $0 / (2 * weight) }, weight: weight)
      var search = method
      let size = problem.base.payoffs(at: best.levels)
        .reduce(0) { $0 + abs($1) }
      search.tolerance = Self.share * method.tolerance
      if size > 0 { search.size = size }
      let cutoff = best.welfare + method.tolerance * size
      search.boxLimit = 0
      var found = search.maximize(objective, from: [best.levels])
      if found.value <= cutoff {
        search.boxLimit = method.boxLimit
        search.usesStandardStarts = false
        found = search.maximize(objective, from: [best.levels])
        result.boxes += found.boxes
        result.termination = found.termination
        result.upperBound = min(result.upperBound, found.upperBound)
        if found.value <= cutoff { return }
      }
      var near = climb
      near.weight = weight
      let summit = near.summit(
        from: found.levels, multipliers: best.multipliers)
      if !result.take(summit, beyond: cutoff) {
        weight *= Self.growth
      }
    }
  }
}

extension ConstrainedMaximization.Result {
  /// Takes what is better than the best; whether it is by more than a cutoff.
  @discardableResult
  fileprivate mutating func take(
    _ summit: MultiplierMethod.Summit?, beyond cutoff: Double = -.infinity
  ) -> Bool {
    guard let summit, summit.welfare.isFinite,
      summit.welfare > best?.welfare ?? -.infinity
    else { return false }
    best = summit
    return summit.welfare > cutoff
  }
}
