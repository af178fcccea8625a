import Games

/// The state of a ``ProjectedNewton``.
struct ProjectedClimb<Function: Objective> {
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

  /// The reduction of the residual asked for where steps are shortened, and
  /// elsewhere.
  private static var coarse: Double { 0.3 }
  private static var fine: Double { 0.05 }
  /// The limits on products with a Hessian in these cases: where the model is
  /// not to be trusted far, its maximum need not be known well.
  private static var fewProducts: Int { 40 }
  private static var manyProducts: Int { 150 }
  /// The rounding of values, relative to them.
  private static var rounding: Double { 64 * .ulpOfOne }
  private static var shorteningLimit: Int { 40 }
  private static var shortening: Double { 0.4 }
  /// The share of the rise that the slope promises which a step must bring.
  private static var share: Double { 1e-4 }
  /// The distance from a bound, in widths, that counts as near at most.
  private static var nearest: Double { 0.01 }
}
