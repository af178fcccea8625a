import Games

/// Local maximisation of the least gain, `max_x min_i (u_i(x) − a_i) / r_i`,
/// over the strategies of a game.
///
/// The exponential method of multipliers: the smooth `LeastGain` is
/// maximised by ``BoundedMaximization``, the shares are updated to the
/// multipliers that it implies, and so on. The sharpness grows until the
/// gains that count agree to within the tolerance. It needs products with
/// Hessians only, so it scales with the local method.
///
/// Reference: Bertsekas, Constrained Optimization and Lagrange Multiplier
/// Methods, 1982, chapter 5; for the problem, Pascoletti and Serafini,
/// Scalarizing vector optimization problems, Journal of Optimization Theory
/// and Applications 42, 1984.
public struct EgalitarianMaximization: Sendable {
  /// How far the weighted mean of the gains may lie above the least one, in
  /// units.
  public var tolerance: Double
  /// The limit on updates of the shares.
  public var iterationLimit: Int
  /// The sharpness at the start, per unit of gain.
  public var sharpness: Double
  /// The local method.
  public var local: BoundedMaximization

  /// A method with a tolerance and limits; see the properties.
  public init(
    tolerance: Double = 1e-10, iterationLimit: Int = 60, sharpness: Double = 8,
    local: BoundedMaximization = BoundedMaximization(tolerance: 1e-11)
  ) {
    self.tolerance = tolerance
    self.iterationLimit = iterationLimit
    self.sharpness = sharpness
    self.local = local
  }

  /// Looks for a local maximum of the least gain.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - reference: What each player's gain is counted from.
  ///   - units: The unit of each player's gain, positive.
  ///   - start: Where to start; moved into the bounds.
  ///   - isEnough: Is asked after each update, with the gains, whether they
  ///     will do.
  /// - Returns: The profile of the greatest least gain seen.
  package func maximize(
    _ game: some Game, over reference: [Double], units: [Double],
    from start: [Double],
    until isEnough: (_ gains: [Double]) -> Bool = { _ in false }
  ) -> EgalitarianMaximum {
    let count = Double(max(reference.count, 1))
    var function = LeastGain(
      reference: reference, units: units,
      shares: reference.map { _ in 1 / count }, sharpness: sharpness)
    var best = EgalitarianMaximum(
      levels: game.strategies.clamped(start), leastGain: -.infinity,
      shares: function.shares, spread: .infinity, termination: .iterationLimit)
    var levels = best.levels
    for _ in 0..<iterationLimit {
      let objective = JointObjective(game, function)
      let found = local.maximize(objective, from: levels)
      guard found.termination != .notFinite else {
        best.termination = .notFinite
        return best
      }
      levels = found.levels
      let payoffs = game.payoffs(at: levels)
      function.shares = function.shares(at: payoffs)
      let gains = function.gains(of: payoffs)
      let spread = take(gains, function.shares, at: levels, into: &best)
      if spread <= tolerance || isEnough(gains) {
        best.termination = .converged
        return best
      }
      function.sharpness = min(
        function.sharpness * Self.growth, Self.sharpest / max(spread, tolerance)
      )
    }
    return best
  }

  /// Keeps the profile if its least gain is the greatest so far; returns the
  /// spread.
  private func take(
    _ gains: [Double], _ shares: [Double], at levels: [Double],
    into best: inout EgalitarianMaximum
  ) -> Double {
    let least = gains.min() ?? 0
    let mean = zip(gains, shares).reduce(0) { $0 + $1.0 * $1.1 }
    if least > best.leastGain {
      best.levels = levels
      best.leastGain = least
      best.shares = shares
      best.spread = mean - least
    }
    return mean - least
  }

  /// The factor by which the sharpness grows.
  private static let growth = 4.0
  /// The largest product of sharpness and spread that keeps the smooth function
  /// well scaled.
  private static let sharpest = 1e4
}

/// A local maximum of the least gain.
package struct EgalitarianMaximum: Sendable, Equatable {
  /// The profile.
  package var levels: [Double]
  /// The least gain, in units.
  package var leastGain: Double
  /// The multipliers: how much the gain of each player counts at the maximum;
  /// they sum to 1.
  package var shares: [Double]
  /// How far the weighted mean of the gains lies above the least, in units.
  package var spread: Double
  /// Why the method stopped.
  package var termination: Termination
}
