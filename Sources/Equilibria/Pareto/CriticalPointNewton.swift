import Games
import LinearAlgebra

/// Newton's method for the conditions of Karush, Kuhn and Tucker of a
/// ``PascolettiSerafini`` problem, from a point near a solution.
///
/// With the variables F that are not held at a bound and the constraints M
/// that bind, a step solves
///
///     ( H_FF  J_MFᵀ   0  ) (dx)     ( Σ λ_i ∇u_i        )
///     ( J_MF   0    −r_M ) (dλ) = − ( u − a − t r       )
///     (  0   −r_Mᵀ    0  ) (dt)     ( 1 − Σ λ_i r_i     )
///
/// where H is the Hessian of `Σ λ_i u_i`. Variables that reach a bound are
/// held, constraints whose multiplier becomes negative are dropped, and both
/// come back where the conditions ask for it. When only the reference has
/// changed, the first step is the tangent of the path of solutions: this is
/// predictor and corrector at once.
///
/// Reference: Allgower and Georg, Introduction to Numerical Continuation
/// Methods, 2003; Hillermeier, Nonlinear Multiobjective Optimization, 2001.
struct CriticalPointNewton<G: Game> {
  private let game: G
  private let widths: [Double]
  private let tolerance: Double
  private var system: LUWorkspace
  private var hessian: Matrix
  private var free: [Int] = []
  private var binding: [Int] = []
  private var gradient: [Double]

  init(_ game: G, tolerance: Double) {
    self.game = game
    self.tolerance = tolerance
    let n = game.strategies.dimension
    let space = game.strategies
    widths = zip(space.upperBounds, space.lowerBounds).map { $0 - $1 }
    system = LUWorkspace(capacity: n + game.playerCount + 1)
    hessian = Matrix(rows: n, columns: n)
    gradient = Array(repeating: 0, count: n)
  }

  /// Solves a problem from a point near a solution; nil if that fails.
  mutating func solve(
    _ problem: PascolettiSerafini, from start: CriticalPoint
  ) -> CriticalPoint? {
    var point = start
    point.advance = problem.advance(of: point.payoffs)
    for _ in 0..<Self.iterationLimit {
      let gradients = game.payoffGradients(at: point.levels)
      let infeasibility = measure(&point, problem, gradients)
      guard point.residual.isFinite else { return nil }
      if point.residual <= tolerance && infeasibility <= tolerance {
        point.advance = problem.advance(of: point.payoffs)
        return point
      }
      guard step(&point, problem, gradients) else { return nil }
      point.payoffs = game.payoffs(at: point.levels)
    }
    return nil
  }

  /// Sets residual, free variables and binding constraints; returns by how
  /// much the constraints are missed.
  private mutating func measure(
    _ point: inout CriticalPoint, _ problem: PascolettiSerafini,
    _ gradients: Matrix
  ) -> Double {
    let space = game.strategies
    free.removeAll(keepingCapacity: true)
    binding.removeAll(keepingCapacity: true)
    point.residual = 0
    for v in gradient.indices {
      var slope = 0.0
      for i in 0..<gradients.rows where point.multipliers[i] != 0 {
        slope += point.multipliers[i] * gradients[i, v]
      }
      gradient[v] = slope
      let level = point.levels[v]
      let scaled = slope * widths[v]
      if level == space.lowerBounds[v] && scaled <= tolerance
        || level == space.upperBounds[v] && scaled >= -tolerance
      {
        continue
      }
      free.append(v)
      point.residual = max(point.residual, abs(scaled))
      if scaled.isNaN { point.residual = .nan }
    }
    var infeasibility = 0.0
    for i in point.payoffs.indices {
      let slack = slack(i, point, problem)
      if point.multipliers[i] > 0 || slack < -tolerance { binding.append(i) }
      let miss = point.multipliers[i] > 0 ? abs(slack) : -slack
      infeasibility = max(infeasibility, miss)
    }
    return infeasibility
  }

  /// How far a payoff lies above what its constraint asks for, in units of t.
  private func slack(
    _ i: Int, _ point: CriticalPoint, _ problem: PascolettiSerafini
  ) -> Double {
    (point.payoffs[i] - problem.reference[i]) / problem.direction[i]
      - point.advance
  }

  /// Takes one Newton step; false if its system is singular.
  private mutating func step(
    _ point: inout CriticalPoint, _ problem: PascolettiSerafini,
    _ gradients: Matrix
  ) -> Bool {
    game.weightedHessian(
      point.multipliers, at: point.levels, into: &hessian)
    let order = assemble(point, problem, gradients)
    guard system.solve(order: order) else { return false }
    let space = game.strategies
    for (k, v) in free.enumerated() {
      let move = system.rightHandSide[k] * widths[v]
      point.levels[v] = space.clamp(point.levels[v] + move, variable: v)
    }
    for (k, i) in binding.enumerated() {
      let change = system.rightHandSide[free.count + k] / problem.direction[i]
      point.multipliers[i] = max(0, point.multipliers[i] + change)
    }
    point.advance += system.rightHandSide[order - 1]
    return true
  }

  /// Writes the system, variables being measured in widths and payoffs in
  /// units of the direction; returns its order.
  private mutating func assemble(
    _ point: CriticalPoint, _ problem: PascolettiSerafini, _ gradients: Matrix
  ) -> Int {
    let count = free.count
    let order = count + binding.count + 1
    for j in 0..<order {
      for i in 0..<order { system[i, j] = 0 }
    }
    for (i, v) in free.enumerated() {
      for (j, w) in free.enumerated() {
        system[i, j] = hessian[v, w] * widths[v] * widths[w]
      }
      system.rightHandSide[i] = -gradient[v] * widths[v]
    }
    var total = 1.0
    for (k, i) in binding.enumerated() {
      let row = count + k
      let unit = problem.direction[i]
      for (j, v) in free.enumerated() {
        let element = gradients[i, v] * widths[v] / unit
        system[row, j] = element
        system[j, row] = element
      }
      system[row, order - 1] = -1
      system[order - 1, row] = -1
      system.rightHandSide[row] = -slack(i, point, problem)
      total -= point.multipliers[i] * unit
    }
    system.rightHandSide[order - 1] = -total
    return order
  }

  /// The limit on steps: a point that is near needs two or three.
  private static var iterationLimit: Int { 10 }
}
