import Games
import LinearAlgebra

extension BackwardInduction {
  /// The state of Newton's method on the first stage.
  struct Search<G: Game> {
    let game: G
    let method: BackwardInduction
    let first: [Int]
    var levels: [Double]
    var slopes: [Double]
    var jacobian: Matrix
    var residual = Double.infinity

    init(_ game: G, _ method: BackwardInduction, from start: [Double]) {
      self.game = game
      self.method = method
      first = start.indices.filter { !method.secondStage.contains($0) }
      levels = game.strategies.clamped(start)
      slopes = Array(repeating: 0, count: first.count)
      jacobian = Matrix(rows: first.count, columns: first.count)
    }

    func solution(
      _ termination: Termination, after iterations: Int
    )
      -> NashSolution
    {
      NashSolution(
        levels: levels, termination: termination, residual: residual,
        tolerance: method.tolerance, iterations: iterations)
    }

    /// Answers with the second stage and differentiates; false if that fails.
    mutating func measure() -> Bool {
      guard let here = method.totalDerivatives(of: game, at: levels),
        differentiate(around: here)
      else { return false }
      levels = here.levels
      slopes = here.slopes
      residual = zip(levels(of: first), targets(slopes)).reduce(0) {
        max($0, abs($1.0 - $1.1))
      }
      return residual.isFinite
    }

    private func levels(of variables: [Int]) -> [Double] {
      variables.map { levels[$0] }
    }

    /// The Jacobian of the total derivatives, by central differences; one-sided
    /// where a bound is near.
    private mutating func differentiate(around here: TotalDerivatives) -> Bool {
      for (l, v) in first.enumerated() {
        let step = Self.step * (1 + abs(here.levels[v]))
        var points = [here.levels, here.levels]
        points[0][v] = game.strategies.clamp(here.levels[v] - step, variable: v)
        points[1][v] = game.strategies.clamp(here.levels[v] + step, variable: v)
        let width = points[1][v] - points[0][v]
        guard width > 0 else { continue }
        guard let below = method.totalDerivatives(of: game, at: points[0]),
          let above = method.totalDerivatives(of: game, at: points[1])
        else { return false }
        for k in first.indices {
          jacobian[k, l] = (above.slopes[k] - below.slopes[k]) / width
        }
      }
      return true
    }

    /// Where the projected step along the total derivatives leads.
    private func targets(_ slopes: [Double]) -> [Double] {
      first.indices.map { l in
        game.strategies.clamp(
          levels[first[l]] + slopes[l] / scale(l), variable: first[l])
      }
    }

    /// The size of a variable's own second derivative, 1 where it is zero.
    private func scale(_ l: Int) -> Double {
      let size = abs(jacobian[l, l])
      return size > 0 ? size : 1
    }

    /// Moves along the Newton direction, halved until the residual falls;
    /// false if it never does.
    mutating func advance() -> Bool {
      let origin = levels
      let before = residual
      guard let direction else { return false }
      var length = 1.0
      for _ in 0..<Self.halvings {
        for (l, v) in first.enumerated() {
          levels[v] = game.strategies.clamp(
            origin[v] + length * direction[l], variable: v)
        }
        if levels == origin { break }
        if let there = method.totalDerivatives(of: game, at: levels) {
          levels = there.levels
          let gap = zip(levels(of: first), targets(there.slopes)).reduce(0) {
            max($0, abs($1.0 - $1.1))
          }
          if gap < before { return true }
        }
        length /= 2
      }
      levels = origin
      return false
    }

    /// The semismooth Newton direction: bounded variables go to their bounds,
    /// the others solve the linear system that is left; nil if it is singular.
    private var direction: [Double]? {
      var direction = zip(targets(slopes), levels(of: first)).map { $0 - $1 }
      let free = first.indices.filter { l in
        let goal = levels[first[l]] + slopes[l] / scale(l)
        return game.strategies.lowerBounds[first[l]] < goal
          && goal < game.strategies.upperBounds[first[l]]
      }
      let right = free.map { row in
        first.indices.reduce(-slopes[row]) { sum, l in
          free.contains(l) ? sum : sum - jacobian[row, l] * direction[l]
        }
      }
      guard let factors = try? LUFactorization(jacobian.submatrix(free))
      else { return nil }
      for (l, change) in zip(free, factors.solve(right)) {
        direction[l] = change
      }
      return direction
    }

    /// The step of a difference, relative to 1 + |x|: the cube root of the
    /// rounding error.
    private static var step: Double { 6e-6 }
    /// How often a step is halved before it is given up.
    private static var halvings: Int { 20 }
  }
}
