import Games
import LinearAlgebra

/// A box around a profile of an aggregative game on which the best responses
/// are proven to contract: exactly one equilibrium lies in it.
///
/// With `d_i = −∂F_i/∂x_i > 0`, the best response of i moves by at most
/// `Σ_j |∂F_i/∂x_j| / d_i |x_j − y_j|`. If positive weights w and a radius r
/// are such that for every player over the box `|x_i − x̂_i| ≤ r w_i`
///
///     |F_i(x̂)| + r Σ_{j≠i} |∂F_i/∂x_j| w_j  <  r w_i d_i,
///
/// and payoffs are concave in the own level over all of its strategies, best
/// responses map the box into itself and contract in the norm
/// `max |x_i| / w_i`. A player whose marginal payoff has one sign over the box
/// stays at its bound and counts for nothing. The weights solve
/// `(I − B) w = 1`, where B is the matrix of those slopes at the profile; they
/// are positive if and only if its spectral radius is below 1.
///
/// All conditions are checked with intervals. The eigenvalues of the free part
/// of the Jacobian then have negative real parts by Gershgorin's theorem.
///
/// Reference: Neumaier, Interval Methods for Systems of Equations, 1990,
/// sections 3.6 and 5.1; Cottle, Pang and Stone, The Linear Complementarity
/// Problem, 1992, section 3.11.
public struct LocalContraction: Sendable {
  /// The box, within the bounds of the strategies.
  public let box: Box
  /// No level of the equilibrium in the box is farther than this from the
  /// profile.
  public let distanceBound: Double
  /// Whether every player at a bound is proven to be there strictly, so that
  /// the equilibrium is stable.
  public let isStrict: Bool
}

extension AggregativeGame {
  /// Proves that best responses contract around a profile, if they do.
  ///
  /// - Parameters:
  ///   - levels: The profile, very near an equilibrium.
  ///   - wanted: The largest move within the box that is tried: a wide box
  ///     tells more of uniqueness, a narrow one of distance.
  ///   - trials: How many boxes are tried, each a hundredth of the one before.
  /// - Returns: The box, the widest of some tried; nil if none could be proven.
  /// - Precondition: Coefficients of the aggregates are not negative.
  /// - Complexity: A few passes over the links for the weights, and three
  ///   evaluations over intervals a player for each box tried.
  public func localContraction(
    around levels: [Double], within wanted: Double = 1e-6,
    trials: Int = 5
  ) -> LocalContraction? {
    guard isDefined(over: strategies.box),
      let weights = ContractionWeights(self, at: levels)
    else { return nil }
    let largest = weights.values.reduce(0, max)
    var radius = wanted / largest
    for _ in 0..<trials {
      let box = weights.box(around: levels, radius: radius, in: strategies)
      if let isStrict = weights.contracts(
        self, on: box, around: levels, radius: radius)
      {
        return LocalContraction(
          box: box, distanceBound: radius * largest * (1 + .ulpOfOne),
          isStrict: isStrict)
      }
      radius /= 100
    }
    return nil
  }
}
