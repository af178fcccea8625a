import Games
import LinearAlgebra
import Scalars

/// The ``LogOddsGame``s of a game as a family in the noise: their equilibria
/// are the quantal response correspondence.
///
/// The variables are the log-odds of the players, within the bounds of the
/// least noise, then the noise, owned by one more player, who pays the
/// subsidies.
///
/// Reference: McKelvey and Palfrey, Games and Economic Behavior 10, 1995;
/// Turocy, Games and Economic Behavior 51, 2005.
public struct LogOddsFamily: Game {
  /// The game of the least noise.
  private let core: LogOddsGame
  /// The log-odds and the noise.
  public let strategies: StrategySpace

  /// The family of a game over a range of noises.
  ///
  /// - Precondition: The noises are above 0; see ``LogOddsGame``.
  public init(_ base: any RespondingGame, noises: ClosedRange<Double>) {
    core = LogOddsGame(base, noise: noises.lowerBound)
    let bounds = core.strategies
    strategies = StrategySpace(
      levels: (0..<bounds.dimension).map {
        bounds.lowerBounds[$0]...bounds.upperBounds[$0]
      } + [noises])
  }

  /// The family, to be followed.
  public var family: GameFamily {
    GameFamily(graph: self) { [core] in
      LogOddsGame(core.base, noise: $0[0])
    }
  }

  /// The levels of log-odds.
  public func levels(_ odds: [Double]) -> [Double] {
    core.levels(Array(odds.prefix(core.strategies.dimension)))
  }

  private var count: Int { core.strategies.dimension }

  /// The payoff at the levels of log-odds; what the subsidies cost for the
  /// owner of the noise.
  public func payoff<S: Scalar>(of player: Int, at variables: Profile<S>) -> S {
    let odds = Array(variables.prefix(count))
    guard player == count else { return core.payoff(of: player, at: odds) }
    var outlay = S(core.base.fixedCharge)
    for (i, subsidy) in core.base.subsidies.enumerated() {
      let cap = S(core.base.strategies.upperBounds[i])
      outlay += S(subsidy) * cap / (1 + S.exp(-odds[i]))
    }
    return -outlay
  }

  /// `G_i = c_i F_i − η z_i`; zero for the noise.
  public func pseudoGradient(
    at variables: Profile<Double>, into gradient: inout [Double]
  ) {
    var own = Array(variables.prefix(count))
    let odds = own
    core.pseudoGradient(at: odds, into: &own)
    let more = variables[count] - core.noise
    for i in odds.indices { gradient[i] = own[i] - more * odds[i] }
    gradient[count] = 0
  }

  /// The same with `∂G_i/∂η = −z_i`.
  public func pseudoGradient(
    at variables: Profile<Double>, into gradient: inout [Double],
    jacobian: inout Matrix
  ) {
    var own = Array(variables.prefix(count))
    let odds = own
    var block = Matrix(rows: count, columns: count)
    core.pseudoGradient(at: odds, into: &own, jacobian: &block)
    let more = variables[count] - core.noise
    for j in 0...count { jacobian[count, j] = 0 }
    for i in odds.indices {
      gradient[i] = own[i] - more * odds[i]
      for j in odds.indices { jacobian[i, j] = block[i, j] }
      jacobian[i, i] -= more
      jacobian[i, count] = -odds[i]
    }
    gradient[count] = 0
  }

  /// Encloses the pseudo-gradient.
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval]
  ) {
    var own = Array(box.prefix(count))
    let odds = own
    core.pseudoGradientEnclosure(over: odds, into: &own)
    let more = box[count] - Interval(core.noise)
    for i in odds.indices { gradient[i] = own[i] - more * odds[i] }
    gradient[count] = .zero
  }

  /// Encloses the pseudo-gradient and its Jacobian.
  public func pseudoGradientEnclosure(
    over box: Box, into gradient: inout [Interval],
    jacobian: inout [Interval]
  ) {
    var own = Array(box.prefix(count))
    let odds = own
    var block = [Interval](repeating: .zero, count: count * count)
    core.pseudoGradientEnclosure(over: odds, into: &own, jacobian: &block)
    let more = box[count] - Interval(core.noise)
    let width = count + 1
    for j in 0..<width { jacobian[count * width + j] = .zero }
    for i in odds.indices {
      gradient[i] = own[i] - more * odds[i]
      for j in odds.indices {
        jacobian[i * width + j] = block[i * count + j]
      }
      jacobian[i * width + i] = jacobian[i * width + i] - more
      jacobian[i * width + count] = -odds[i]
    }
    gradient[count] = .zero
  }
}
