import Games
import LinearAlgebra

/// What is left of a game once the choices of its first stage are made: the
/// same payoffs, with the bounds of the first-stage variables drawn together.
struct SecondStage<Base: Game>: Game {
  let base: Base
  let strategies: StrategySpace

  /// The second stage after the given first-stage choices.
  ///
  /// - Parameters:
  ///   - base: The whole game.
  ///   - levels: A profile, of which the first-stage variables count.
  ///   - isSecond: Whether a variable is chosen in the second stage.
  init(_ base: Base, after levels: [Double], isSecond: [Bool]) {
    self.base = base
    strategies = base.strategies.holding(isSecond.map { !$0 }, at: levels)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    base.payoff(of: player, at: levels)
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double]
  ) {
    base.pseudoGradient(at: levels, into: &gradient)
  }

  func pseudoGradient(
    at levels: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    base.pseudoGradient(at: levels, into: &gradient, jacobian: &jacobian)
  }
}
