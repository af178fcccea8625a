/// Conjugate gradients, scaled by a diagonal, for the free variables of a
/// Newton system.
struct ScaledConjugateGradient {
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
    for iteration in 0..<iterationLimit {
      guard norm > goal else { break }
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
