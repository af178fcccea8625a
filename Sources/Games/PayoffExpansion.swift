/// The payoffs of every player around one profile, to second order: what
/// methods without matrices need, many times, at the same profile.
///
/// With u the payoffs, J their gradients and H_i their Hessians.
public protocol PayoffExpansion: Sendable {
  /// The payoff of each player, u.
  var payoffs: [Double] { get }

  /// Writes `Jᵀ w`, the gradient of the weighted sum of payoffs.
  func weightedGradient(_ weights: [Double], into gradient: inout [Double])

  /// Writes `J d`, the slope of each payoff along a direction.
  func slopes(along direction: [Double], into slopes: inout [Double])

  /// Writes `Σ_i w_i H_i d`.
  func hessianProduct(
    _ weights: [Double], along direction: [Double], into product: inout [Double]
  )

  /// An estimate of the diagonal of `Σ_i w_i H_i + Jᵀ diag(c) J`, to scale
  /// variables with; nil where there is no cheap one.
  ///
  /// - Parameters:
  ///   - weights: The weights w.
  ///   - factors: The factors c.
  /// - Returns: A number for each variable.
  func diagonal(_ weights: [Double], factors: [Double]) -> [Double]?
}

/// An expansion that asks the game anew for every product.
package struct DirectPayoffExpansion<G: Game>: PayoffExpansion {
  private let game: G
  private let levels: [Double]
  /// The payoff of each player.
  package let payoffs: [Double]

  /// The payoffs of a game around a profile.
  package init(_ game: G, at levels: Profile<Double>) {
    self.game = game
    self.levels = levels
    payoffs = game.payoffs(at: levels)
  }

  /// The game's weighted gradient.
  package func weightedGradient(
    _ weights: [Double], into gradient: inout [Double]
  ) {
    game.weightedGradient(weights, at: levels, into: &gradient)
  }

  /// The game's payoff slopes.
  package func slopes(along direction: [Double], into slopes: inout [Double]) {
    game.payoffSlopes(at: levels, along: direction, into: &slopes)
  }

  /// The game's Hessian product.
  package func hessianProduct(
    _ weights: [Double], along direction: [Double], into product: inout [Double]
  ) {
    game.weightedHessianProduct(
      weights, at: levels, along: direction, into: &product)
  }

  /// Nothing is known of the diagonal.
  package func diagonal(_ weights: [Double], factors: [Double]) -> [Double]? {
    nil
  }
}
