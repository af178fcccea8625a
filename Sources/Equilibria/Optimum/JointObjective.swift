import Games
import LinearAlgebra

/// A social welfare function of the payoffs of a game, less a charge on each
/// variable and a fixed one: `Φ(u(x)) − c · x − c₀`.
///
///     gradient   Σ_i Φ_i ∇u_i − c
///     Hessian    Σ_i Φ_i ∇²u_i + Jᵀ Φ″ J,   J the gradients of all payoffs
///
/// Products with the Hessian need one pass over the links of an
/// `AggregativeGame` and one over the transposed links.
package struct JointObjective<
  G: Game, Function: SocialWelfareFunction
>: Objective {
  /// The game.
  package let game: G
  /// What is made of the payoffs.
  package let function: Function
  /// What is deducted per unit of each variable; empty for nothing.
  package let charges: [Double]
  /// What is deducted whatever the variables.
  package let fixedCharge: Double

  /// A function of the payoffs of a game, less charges.
  package init(
    _ game: G, _ function: Function, charges: [Double] = [],
    fixedCharge: Double = 0
  ) {
    self.game = game
    self.function = function
    self.charges = charges
    self.fixedCharge = fixedCharge
  }

  /// The strategies of the game.
  package var strategies: StrategySpace { game.strategies }

  /// `Φ(u(x)) − c · x`.
  package func value(at levels: [Double]) -> Double {
    function.value(of: game.payoffs(at: levels)) - charge(levels)
  }

  /// `Σ_i Φ_i ∇u_i − c`.
  package func gradient(
    at levels: [Double], into gradient: inout [Double]
  ) -> Double {
    let payoffs = game.payoffs(at: levels)
    game.weightedGradient(
      function.slopes(at: payoffs), at: levels, into: &gradient)
    for v in charges.indices { gradient[v] -= charges[v] }
    return function.value(of: payoffs) - charge(levels)
  }

  /// `Σ_i Φ_i ∇²u_i + Jᵀ Φ″ J`.
  package func hessian(at levels: [Double], into hessian: inout Matrix) {
    if let slopes = function.constantSlopes {
      return game.weightedHessian(slopes, at: levels, into: &hessian)
    }
    let payoffs = game.payoffs(at: levels)
    let slopes = function.slopes(at: payoffs)
    game.weightedHessian(slopes, at: levels, into: &hessian)
    let gradients = game.payoffGradients(at: levels)
    let curvatures = function.curvatures(at: payoffs)
    var total = [Double](repeating: 0, count: levels.count)
    for i in payoffs.indices {
      for v in total.indices { total[v] += slopes[i] * gradients[i, v] }
      for w in total.indices {
        let right = curvatures[i] * gradients[i, w]
        for v in total.indices { hessian[v, w] += gradients[i, v] * right }
      }
    }
    guard function.slopeCoupling != 0 else { return }
    let coupled = function.coupledSlopes(at: payoffs)
    if coupled != slopes {
      game.weightedGradient(coupled, at: levels, into: &total)
    }
    for w in total.indices {
      let right = function.slopeCoupling * total[w]
      for v in total.indices { hessian[v, w] += total[v] * right }
    }
  }

  /// Products take a pass over the links of an `AggregativeGame` and one
  /// over the transposed links.
  package func expansion(at levels: [Double]) -> any ObjectiveExpansion {
    JointExpansion(game.payoffExpansion(at: levels), function)
  }

  /// That of the function.
  package var leastSize: Double { function.leastSize }

  /// Whether the payoffs of the game are.
  package func isTotal(over box: Box) -> Bool { game.isTotal(over: box) }

  private func charge(_ levels: [Double]) -> Double {
    zip(charges, levels).reduce(fixedCharge) { $0 + $1.0 * $1.1 }
  }
}

extension JointObjective where Function == Utilitarian {
  /// The welfare of a game: the sum of all payoffs less what outsiders pay.
  package static func welfare(of game: G) -> JointObjective {
    JointObjective(
      game, Utilitarian(weights: Array(repeating: 1, count: game.playerCount)),
      charges: game.subsidies, fixedCharge: game.fixedCharge)
  }
}

/// A ``JointObjective`` around one point.
private struct JointExpansion: ObjectiveExpansion {
  private let base: any PayoffExpansion
  private let slopes: [Double]
  private let curvatures: [Double]
  private let coupling: Double
  private let coupled: [Double]
  /// Whether the second derivative of the function is 0.
  private let isLinear: Bool

  init(_ base: any PayoffExpansion, _ function: some SocialWelfareFunction) {
    let payoffs = base.payoffs
    self.base = base
    slopes = function.slopes(at: payoffs)
    curvatures = function.curvatures(at: payoffs)
    coupling = function.slopeCoupling
    coupled = coupling == 0 ? [] : function.coupledSlopes(at: payoffs)
    isLinear = function.constantSlopes != nil
  }

  /// `Σ_i Φ_i ∇²u_i d + Jᵀ (Φ″ (J d))`.
  func hessianProduct(
    along direction: [Double], into product: inout [Double]
  ) {
    base.hessianProduct(slopes, along: direction, into: &product)
    guard !isLinear else { return }
    var factors = slopes
    base.slopes(along: direction, into: &factors)
    let common = coupling == 0 ? 0 : coupling * Vector.dot(coupled, factors)
    for i in factors.indices {
      factors[i] *= curvatures[i]
      if coupling != 0 { factors[i] += common * coupled[i] }
    }
    var outer = product
    base.weightedGradient(factors, into: &outer)
    for v in product.indices { product[v] += outer[v] }
  }

  var hessianDiagonal: [Double]? {
    base.diagonal(slopes, factors: curvatures)
  }
}
