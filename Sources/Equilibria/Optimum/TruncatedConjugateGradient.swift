import LinearAlgebra

/// Conjugate gradients on the shifted Newton system of an ``Ascent``, stopped
/// early far from a solution and at negative curvature.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2006, section 7.1.
struct TruncatedConjugateGradient {
  private var residual: [Double]
  private var direction: [Double]
  private var product: [Double]

  init(dimension n: Int) {
    residual = Array(repeating: 0, count: n)
    direction = residual
    product = residual
  }

  /// Solves `(μ/width² − H) d = right` for the free variables, the others
  /// being 0, in variables measured in widths.
  ///
  /// - Returns: false if a direction without positive curvature comes up.
  mutating func solve(
    _ ascent: Ascent<some Objective>, free: [Int], right: [Double],
    into solution: inout [Double]
  ) -> Bool {
    let widths = ascent.widths
    for v in solution.indices { solution[v] = 0 }
    var norm = start(free, right, widths)
    let forcing = min(Self.coarsest, ascent.residual.squareRoot())
    let goal = norm * forcing * forcing
    for _ in 0..<Self.iterationLimit {
      guard norm > goal, !Cancellation.isRequested else { break }
      ascent.expansion?.hessianProduct(along: direction, into: &product)
      var curvature = 0.0
      for v in free {
        let scaled = direction[v] / widths[v]
        product[v] = ascent.shift * scaled - product[v] * widths[v]
        curvature += scaled * product[v]
      }
      guard curvature > 0 else { return false }
      let length = norm / curvature
      var next = 0.0
      for v in free {
        solution[v] += length * direction[v]
        residual[v] -= length * product[v]
        next += residual[v] * residual[v]
      }
      for v in free {
        direction[v] =
          residual[v] * widths[v] + next / norm * direction[v]
      }
      norm = next
    }
    return true
  }

  /// Sets residual and direction to the right side; returns the square of the
  /// residual's norm.
  private mutating func start(
    _ free: [Int], _ right: [Double], _ widths: [Double]
  ) -> Double {
    for v in direction.indices { direction[v] = 0 }
    var norm = 0.0
    for v in free {
      residual[v] = right[v] * widths[v]
      direction[v] = right[v] * widths[v] * widths[v]
      norm += residual[v] * residual[v]
    }
    return norm
  }

  /// The reduction of the residual asked for far from a solution.
  private static let coarsest = 0.1
  /// The limit on iterations of one system.
  private static let iterationLimit = 200
}
