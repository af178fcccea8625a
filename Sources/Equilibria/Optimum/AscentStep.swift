import LinearAlgebra

/// One step of a ``BoundedMaximization``: maximises the quadratic model with a
/// shift over the box, variable by variable that reaches a bound.
struct AscentStep {
  /// Where the step leads.
  private(set) var target: [Double]

  private var move: [Double]
  private var change: [Double]
  private var right: [Double]
  private var free: [Int] = []
  private var system: CholeskyWorkspace
  private var conjugate: TruncatedConjugateGradient

  init(dimension n: Int, dense: Bool) {
    target = Array(repeating: 0, count: n)
    move = target
    change = target
    right = target
    system = CholeskyWorkspace(capacity: dense ? n : 0)
    conjugate = TruncatedConjugateGradient(dimension: dense ? 0 : n)
  }

  /// Sets the target; returns the rise that the quadratic model predicts, or
  /// nil if the shifted model is not concave.
  mutating func find(for ascent: Ascent<some Objective>) -> Double? {
    begin(ascent)
    for _ in 0..<Self.passLimit {
      guard solve(ascent) else { return nil }
      let count = free.count
      advance(ascent)
      apply(ascent)
      if free.count == count || free.isEmpty || Cancellation.isRequested {
        break
      }
      for v in free {
        let scale = ascent.widths[v] * ascent.widths[v]
        right[v] =
          ascent.gradient[v] + change[v]
          - ascent.shift * move[v] / scale
      }
    }
    // A slope may be infinite at a bound, where nothing moves.
    return zip(move, zip(ascent.gradient, change)).reduce(0) {
      $1.0 == 0 ? $0 : $0 + $1.0 * ($1.1.0 + $1.1.1 / 2)
    }
  }

  /// Frees every variable that is not held at a bound.
  private mutating func begin(_ ascent: Ascent<some Objective>) {
    free.removeAll(keepingCapacity: true)
    for v in target.indices {
      let (level, slope) = (ascent.levels[v], ascent.gradient[v])
      target[v] = level
      move[v] = 0
      change[v] = 0
      right[v] = slope
      let held =
        level == ascent.bounds.lowerBounds[v] && slope <= 0
        || level == ascent.bounds.upperBounds[v] && slope >= 0
      if !held { free.append(v) }
    }
  }

  /// Solves `(μ/width² − H) d = right` for the free variables into `change`.
  private mutating func solve(_ ascent: Ascent<some Objective>) -> Bool {
    guard let hessian = ascent.hessian else {
      return conjugate.solve(ascent, free: free, right: right, into: &change)
    }
    let widths = ascent.widths
    for (i, v) in free.enumerated() {
      for j in 0...i {
        let w = free[j]
        system[i, j] = -hessian[v, w] * widths[v] * widths[w]
      }
      system[i, i] += ascent.shift
      system.rightHandSide[i] = right[v] * widths[v]
    }
    guard system.solve(order: free.count) else { return false }
    for (i, v) in free.enumerated() {
      change[v] = system.rightHandSide[i] * widths[v]
    }
    return true
  }

  /// Moves the free variables by `change`; those that reach a bound stay.
  private mutating func advance(_ ascent: Ascent<some Objective>) {
    for v in free {
      target[v] = ascent.bounds.clamp(target[v] + change[v], variable: v)
      move[v] = target[v] - ascent.levels[v]
    }
    free.removeAll {
      target[$0] == ascent.bounds.lowerBounds[$0]
        || target[$0] == ascent.bounds.upperBounds[$0]
    }
  }

  /// Sets `change` to the Hessian times the move.
  private mutating func apply(_ ascent: Ascent<some Objective>) {
    guard let hessian = ascent.hessian else {
      ascent.expansion?.hessianProduct(along: move, into: &change)
      return
    }
    for v in change.indices { change[v] = 0 }
    for w in move.indices where move[w] != 0 {
      for v in change.indices { change[v] += hessian[v, w] * move[w] }
    }
  }

  /// How often variables at new bounds are held and the others solved for.
  private static let passLimit = 12
}
