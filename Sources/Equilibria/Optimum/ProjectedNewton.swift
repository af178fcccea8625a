import Games
import LinearAlgebra

/// Local maximisation of a smooth function of many variables over a box,
/// without matrices.
///
/// Variables that are near a bound and pushed towards it go there; for the
/// others Newton's system is solved by conjugate gradients, scaled by the
/// diagonal of the Hessian and stopped at a direction of upward curvature. The
/// way there is bent at the bounds and shortened until the function rises.
/// Functions with a barrier, `-∞` beyond it, are welcome.
///
/// Reference: Bertsekas, Projected Newton methods for optimization problems
/// with simple constraints, SIAM Journal on Control and Optimization 20, 1982;
/// Nocedal and Wright, Numerical Optimization, 2006, section 7.1.
public struct ProjectedNewton: Sendable {
  /// The rise that the quadratic model promises at which to stop, in units of
  /// the function.
  public var tolerance: Double
  /// The limit on steps.
  public var iterationLimit: Int
  /// Is asked before each step whether to go on.
  public var shouldContinue: @Sendable () -> Bool

  /// A method with a tolerance and limits.
  ///
  /// - Parameters:
  ///   - tolerance: The promised rise at which to stop.
  ///   - iterationLimit: The limit on steps.
  ///   - shouldContinue: Is asked before each step whether to go on.
  public init(
    tolerance: Double, iterationLimit: Int = 200,
    shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
    self.shouldContinue = shouldContinue
  }

  /// Looks for a local maximum.
  ///
  /// - Parameters:
  ///   - objective: The function.
  ///   - bounds: A part of its box to stay in; all of it if nil.
  ///   - start: Where to start; moved into the bounds.
  /// - Returns: The point; its residual is the rise that is still promised.
  /// - Complexity: Some tens of products with the Hessian a step.
  public func maximize(
    _ objective: some Objective, within bounds: StrategySpace? = nil,
    from start: [Double]
  ) -> Maximum {
    var climb = ProjectedClimb(
      objective, within: bounds ?? objective.strategies, from: start)
    var (termination, iterations) = (Termination.iterationLimit, 0)
    while iterations < iterationLimit {
      guard climb.isFinite else {
        termination = .notFinite
        break
      }
      guard shouldContinue() else {
        termination = .cancelled
        break
      }
      climb.findDirection()
      if climb.promise <= tolerance || climb.isPolished {
        termination = .converged
        break
      }
      guard climb.advance() else {
        termination = .stalled
        break
      }
      iterations += 1
    }
    return Maximum(
      levels: climb.levels, value: climb.value, termination: termination,
      residual: climb.promise, tolerance: tolerance, iterations: iterations)
  }
}

/// The state of a ``ProjectedNewton``.
private struct ProjectedClimb<Function: Objective> {
  let objective: Function
  let bounds: StrategySpace
  private(set) var levels: [Double]
  private(set) var value: Double
  /// The rise that the model promises along the direction.
  private(set) var promise = Double.infinity
  /// Whether nothing more is to be had at the limit of precision.
  private(set) var isPolished = false

  private var gradient: [Double]
  private var direction: [Double]
  private var free: [Int] = []
  private let widths: [Double]
  private var trial: [Double]
  private var system: ScaledConjugateGradient
  /// Whether the last step was shortened.
  private var isDamped = false
  /// The size of the last step, in widths; variables that near a bound count
  /// as being there.
  private var nearness = 0.01

  init(
    _ objective: Function, within bounds: StrategySpace, from start: [Double]
  ) {
    self.objective = objective
    self.bounds = bounds
    levels = bounds.clamped(start)
    gradient = levels
    direction = levels
    trial = levels
    widths = zip(bounds.upperBounds, bounds.lowerBounds).map { $0 - $1 }
    system = ScaledConjugateGradient(dimension: start.count)
    value = objective.gradient(at: levels, into: &gradient)
  }

  var isFinite: Bool {
    value.isFinite && !gradient.contains { $0.isNaN }
  }

  /// Sets direction and promise.
  mutating func findDirection() {
    free.removeAll(keepingCapacity: true)
    let last = promise
    promise = 0
    for v in levels.indices {
      direction[v] = 0
      guard widths[v] > 0, gradient[v] != 0 else {
        if widths[v] > 0 { free.append(v) }
        continue
      }
      let end =
        gradient[v] > 0 ? bounds.upperBounds[v] : bounds.lowerBounds[v]
      if abs(end - levels[v]) <= nearness * widths[v] {
        direction[v] = end - levels[v]
        promise += gradient[v] * direction[v]
      } else {
        free.append(v)
      }
    }
    let rise = system.solve(
      objective.expansion(at: levels), gradient: gradient, widths: widths,
      free: free, forcing: isDamped ? Self.coarse : Self.fine,
      iterationLimit: isDamped ? Self.fewProducts : Self.manyProducts,
      into: &direction)
    isPolished = promise + rise <= noise && promise + rise >= last / 4
    promise += rise
  }

  /// The reduction of the residual asked for where steps are shortened, and
  /// elsewhere.
  private static var coarse: Double { 0.3 }
  private static var fine: Double { 0.05 }
  /// The limits on products with a Hessian in these cases: where the model is
  /// not to be trusted far, its maximum need not be known well.
  private static var fewProducts: Int { 40 }
  private static var manyProducts: Int { 150 }

  /// What counts as rounding of values.
  private var noise: Double { Self.rounding * max(abs(value), promise) }

  /// Moves along the direction as far as the function rises; false if it does
  /// not.
  mutating func advance() -> Bool {
    var length = 1.0
    for _ in 0..<Self.shorteningLimit {
      var (rise, step) = (0.0, 0.0)
      for v in levels.indices {
        trial[v] = bounds.clamp(
          levels[v] + length * direction[v], variable: v)
        let move = trial[v] - levels[v]
        rise += gradient[v] * move
        if move != 0 { step = max(step, abs(move) / widths[v]) }
      }
      guard step > 0 else { return false }
      let reached = objective.value(at: trial)
      let isNoise = rise <= noise && abs(reached - value) <= noise
      if rise > 0, isNoise || reached - value >= Self.share * rise {
        swap(&levels, &trial)
        value = objective.gradient(at: levels, into: &gradient)
        isDamped = length < 1
        nearness = min(Self.nearest, step)
        return true
      }
      length *= Self.shortening
    }
    return false
  }

  /// The rounding of values, relative to them.
  private static var rounding: Double { 64 * .ulpOfOne }
  private static var shorteningLimit: Int { 40 }
  private static var shortening: Double { 0.4 }
  /// The share of the rise that the slope promises which a step must bring.
  private static var share: Double { 1e-4 }
  /// The distance from a bound, in widths, that counts as near at most.
  private static var nearest: Double { 0.01 }
}

/// Conjugate gradients, scaled by a diagonal, for the free variables of a
/// Newton system.
private struct ScaledConjugateGradient {
  private var residual: [Double]
  private var scaled: [Double]
  private var search: [Double]
  private var product: [Double]
  private var scale: [Double]

  init(dimension n: Int) {
    residual = Array(repeating: 0, count: n)
    scaled = residual
    search = residual
    product = residual
    scale = residual
  }

  /// Solves `−H d = g` for the free variables; returns the rise `g d / 2` that
  /// the model promises.
  mutating func solve(
    _ expansion: any ObjectiveExpansion, gradient: [Double],
    widths: [Double], free: [Int], forcing: Double, iterationLimit: Int,
    into solution: inout [Double]
  ) -> Double {
    prepare(expansion.hessianDiagonal, gradient, widths, free)
    var norm = 0.0
    for v in search.indices { search[v] = 0 }
    for v in free {
      residual[v] = gradient[v]
      scaled[v] = residual[v] / scale[v]
      search[v] = scaled[v]
      norm += residual[v] * scaled[v]
    }
    let goal = norm * forcing * forcing
    for iteration in 0..<iterationLimit where norm > goal {
      expansion.hessianProduct(along: search, into: &product)
      let curvature = -free.reduce(0) { $0 + search[$1] * product[$1] }
      guard curvature > 0 else {
        if iteration == 0 { for v in free { solution[v] = search[v] } }
        break
      }
      let length = norm / curvature
      var next = 0.0
      for v in free {
        solution[v] += length * search[v]
        residual[v] += length * product[v]
        scaled[v] = residual[v] / scale[v]
        next += residual[v] * scaled[v]
      }
      for v in free { search[v] = scaled[v] + next / norm * search[v] }
      norm = next
    }
    return free.reduce(0) { $0 + gradient[$1] * solution[$1] } / 2
  }

  /// Sets the scale: minus the diagonal of the Hessian, but no less than what
  /// would take a variable across its bounds.
  private mutating func prepare(
    _ diagonal: [Double]?, _ gradient: [Double], _ widths: [Double],
    _ free: [Int]
  ) {
    for v in free {
      let least = abs(gradient[v]) / widths[v]
      scale[v] = max(-(diagonal?[v] ?? 0), least, .leastNormalMagnitude)
    }
  }
}
