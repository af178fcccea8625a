import Games
import LinearAlgebra

/// The state of a ``BoundedMaximization``: a point with its derivatives, and
/// the shift of the Newton system.
///
/// Everything is in the caller's units but the shift, which belongs to
/// variables measured in widths of their bounds.
struct Ascent<Function: Objective> {
  let objective: Function
  let bounds: StrategySpace
  private(set) var levels: [Double]
  private(set) var value = -Double.infinity
  /// The projected gradient, relative to the size of the function.
  private(set) var residual = Double.infinity

  private(set) var gradient: [Double]
  private(set) var hessian: Matrix?
  private(set) var expansion: (any ObjectiveExpansion)?
  private(set) var shift = 0.0
  /// The size of the function: the largest value or rise across the box seen.
  private(set) var size = 0.0
  let widths: [Double]

  /// The state at a starting point.
  init(
    _ objective: Function, within bounds: StrategySpace, from start: [Double],
    dense: Bool
  ) {
    self.objective = objective
    self.bounds = bounds
    levels = bounds.clamped(start)
    gradient = levels
    widths = zip(bounds.upperBounds, bounds.lowerBounds).map { $0 - $1 }
    let n = levels.count
    hessian = dense ? Matrix(rows: n, columns: n) : nil
    value = objective.gradient(at: levels, into: &gradient)
    measure()
    leaveBounds()
  }

  /// Whether value and gradient are numbers.
  var isFinite: Bool { value.isFinite && residual.isFinite }

  /// Evaluates the Hessian at the point, or an expansion if it is not to be
  /// formed.
  mutating func formHessian() {
    guard var matrix = hessian.take() else {
      expansion = objective.expansion(at: levels)
      return
    }
    objective.hessian(at: levels, into: &matrix)
    hessian = matrix
  }

  /// Takes a step that raises the value; false if none is found, or not before
  /// the work is to stop.
  mutating func advance(_ step: inout AscentStep) -> Bool {
    for _ in 0..<Self.shiftLimit where !Cancellation.isRequested {
      guard let predicted = step.find(for: self), predicted > 0 else {
        raiseShift()
        continue
      }
      let trial = step.target
      guard trial != levels else { return false }
      let rise = objective.value(at: trial) - value
      let noise = Self.rounding * size
      if abs(rise) <= noise && predicted <= noise { return polish(to: trial) }
      if rise >= Self.decrease * predicted {
        let before = levels
        move(to: trial)
        if !isAtInfiniteSlope {
          if rise >= Self.goodShare * predicted { lowerShift() }
          return true
        }
        move(to: before)
      }
      raiseShift()
    }
    return false
  }

  /// Near the limit of precision: accepts a step if the residual falls.
  private mutating func polish(to trial: [Double]) -> Bool {
    let before = (levels, value, gradient, residual)
    move(to: trial)
    if residual < before.3 { return true }
    (levels, value, gradient, residual) = before
    return false
  }

  /// Whether a variable is at a bound off which an infinite slope leads, as that
  /// of a root does at 0: no step can be found there.
  private var isAtInfiniteSlope: Bool {
    levels.indices.contains { isAtInfiniteSlope($0) }
  }

  private func isAtInfiniteSlope(_ v: Int) -> Bool {
    gradient[v] == .infinity && levels[v] < bounds.upperBounds[v]
      || gradient[v] == -.infinity && levels[v] > bounds.lowerBounds[v]
  }

  /// Moves variables off such bounds by the largest share of their widths that
  /// raises the value.
  private mutating func leaveBounds() {
    let stuck = levels.indices.filter { isAtInfiniteSlope($0) }
    guard !stuck.isEmpty else { return }
    let before = (levels, value, gradient, residual)
    for inset in Self.insets {
      var trial = before.0
      for v in stuck {
        let way = before.2[v] > 0 ? inset : -inset
        trial[v] = bounds.clamp(trial[v] + way * widths[v], variable: v)
      }
      move(to: trial)
      if value > before.1 && !isAtInfiniteSlope { return }
      (levels, value, gradient, residual) = before
    }
  }

  private mutating func move(to trial: [Double]) {
    levels = trial
    value = objective.gradient(at: levels, into: &gradient)
    measure()
  }

  /// Sets size and residual.
  private mutating func measure() {
    guard value.isFinite else { return }
    size = max(size, abs(value))
    for v in levels.indices where gradient[v].isFinite {
      size = max(size, abs(gradient[v]) * widths[v])
    }
    residual = 0
    for v in levels.indices {
      let gap = abs(projection(v) - levels[v])
      residual =
        gap > 0 || gap.isNaN ? max(gap / widths[v], residual) : residual
    }
    if gradient.contains(where: \.isNaN) { residual = .nan }
  }

  /// Where a step along the gradient takes a variable.
  private func projection(_ v: Int) -> Double {
    guard size > 0 else { return levels[v] }
    let move = gradient[v] * widths[v] / size * widths[v]
    return bounds.clamp(levels[v] + move, variable: v)
  }

  /// Puts variables whose projection is active exactly at their bounds.
  mutating func snap() {
    var moved = levels
    for v in levels.indices {
      let target = projection(v)
      if target == bounds.lowerBounds[v] || target == bounds.upperBounds[v] {
        moved[v] = target
      }
    }
    if moved != levels { move(to: moved) }
  }

  private mutating func raiseShift() {
    shift = max(shift * Self.growth, Self.smallestShift * size)
  }

  private mutating func lowerShift() {
    shift /= Self.growth * Self.growth
    if shift < Self.smallestShift * size { shift = 0 }
  }

  /// By which shares of their widths variables are moved off bounds.
  private static var insets: [Double] { [1e-2, 1e-4, 1e-6, 1e-8, 1e-12] }
  /// How often the shift is raised before a point is given up.
  private static var shiftLimit: Int { 60 }
  /// The factor by which the shift grows.
  private static var growth: Double { 4 }
  /// The smallest positive shift, relative to the size of the function.
  private static var smallestShift: Double { 1e-6 }
  /// The share of the predicted rise that a step must bring.
  private static var decrease: Double { 1e-4 }
  /// The share from which on the shift is lowered.
  private static var goodShare: Double { 0.5 }
  /// What counts as rounding, relative to the size of the function.
  private static var rounding: Double { 64 * .ulpOfOne }
}
