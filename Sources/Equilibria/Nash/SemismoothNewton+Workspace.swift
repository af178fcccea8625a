import Games
import LinearAlgebra

extension SemismoothNewton {
  /// Storage for solving games of one dimension again and again without
  /// allocating.
  public struct Workspace: Sendable {
    /// The profile.
    public internal(set) var levels: [Double]
    /// The natural residual at the profile.
    public internal(set) var residual = Double.infinity

    var merit = Double.infinity
    var kept: [Double]
    private var direction: [Double]
    private var gradient: [Double]
    private var jacobian: Matrix
    private var free: [Int]
    private var system: LUWorkspace

    /// Storage for a game.
    public init(_ game: some Game) {
      let n = game.strategies.dimension
      levels = Array(repeating: 0, count: n)
      kept = levels
      direction = levels
      gradient = levels
      jacobian = Matrix(rows: n, columns: n)
      free = Array(repeating: 0, count: n)
      system = LUWorkspace(capacity: n)
    }

    /// Changes one level, within its bounds, before a run.
    public mutating func setLevel(_ level: Double, of variable: Int) {
      levels[variable] = level
    }

    mutating func evaluate<G: Game>(_ game: G) {
      game.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
    }

    /// Whether the work is to stop; of few variables it ends as soon.
    var isToStop: Bool {
      levels.count > Self.fewVariables && Cancellation.isRequested
    }

    mutating func keep() {
      for v in levels.indices { kept[v] = levels[v] }
    }

    mutating func restore() {
      for v in levels.indices { levels[v] = kept[v] }
    }

    /// The size of a variable's own second derivative, 1 where it is zero.
    private func scale(_ v: Int) -> Double {
      let size = abs(jacobian[v, v])
      return size > 0 ? size : 1
    }

    /// Where the projected gradient step of a variable leads.
    private func target(_ v: Int, _ strategies: StrategySpace) -> Double {
      strategies.clamp(levels[v] + gradient[v] / scale(v), variable: v)
    }

    /// Sets residual and merit at the profile.
    mutating func measure(_ strategies: StrategySpace) {
      residual = 0
      merit = 0
      for v in levels.indices {
        let gap = target(v, strategies) - levels[v]
        if !gap.isFinite || gradient[v].isNaN { merit = .nan }
        residual = max(residual, abs(gap))
        merit += gap * gap
      }
    }

    /// Puts variables whose projection is active exactly at their bounds.
    mutating func snap(_ strategies: StrategySpace) {
      for v in levels.indices {
        let target = target(v, strategies)
        if target == strategies.lowerBounds[v]
          || target == strategies.upperBounds[v]
        {
          levels[v] = target
        }
      }
    }

    /// The semismooth Newton direction; false if its system is singular.
    mutating func findDirection(_ strategies: StrategySpace) -> Bool {
      var count = 0
      for v in levels.indices {
        let target = levels[v] + gradient[v] / scale(v)
        let lower = strategies.lowerBounds[v]
        let upper = strategies.upperBounds[v]
        if target <= lower {
          direction[v] = lower - levels[v]
        } else if target >= upper {
          direction[v] = upper - levels[v]
        } else {
          direction[v] = 0
          if gradient[v] == 0, isIndifferent(v) { continue }
          free[count] = v
          count += 1
        }
      }
      return solve(order: count)
    }

    /// Whether nothing changes a variable's own slope: it stays where it is.
    private func isIndifferent(_ v: Int) -> Bool {
      levels.indices.allSatisfy { jacobian[v, $0] == 0 }
    }

    /// Solves `J_ff d_f = −F_f − J_fa d_a` for the free variables f.
    private mutating func solve(order: Int) -> Bool {
      for i in 0..<order {
        let row = free[i]
        var right = -gradient[row]
        for v in levels.indices where direction[v] != 0 {
          right -= jacobian[row, v] * direction[v]
        }
        system.rightHandSide[i] = right
        for j in 0..<order { system[i, j] = jacobian[row, free[j]] }
      }
      guard system.solve(order: order) else { return false }
      for i in 0..<order { direction[free[i]] = system.rightHandSide[i] }
      return true
    }

    /// Goes a part of the direction from the kept profile.
    mutating func step(_ length: Double, _ strategies: StrategySpace) {
      for v in levels.indices {
        levels[v] = strategies.clamp(
          kept[v] + length * direction[v], variable: v)
      }
    }

    /// One sweep of one-dimensional Newton responses, variable by variable.
    mutating func respond<G: Game>(_ game: G) {
      for v in levels.indices where !isToStop {
        evaluate(game)
        levels[v] = target(v, game.strategies)
      }
      evaluate(game)
      measure(game.strategies)
    }

    /// Up to this many variables work ends as soon as it could be stopped.
    private static let fewVariables = 60
  }
}
