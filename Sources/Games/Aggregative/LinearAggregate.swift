import LinearAlgebra
import Scalars

/// A linear function of the profile for each player: a network, a common
/// weighted sum, or one network composed with another.
///
/// The coefficients may be products that were rounded; `relativeError` bounds
/// by how much, so that enclosures hold for the exact ones. It asks for
/// coefficients and levels that are not negative.
public struct LinearAggregate: Sendable {
  /// How the value of a player follows from the profile.
  public enum Form: Sendable {
    /// `a_i = Σ_j M_ij x_j`.
    case network(StructuredMatrix)
    /// `a_i = Σ_j w_j x_j`, the same for every player.
    case weightedSum([Double])
    /// `a_i = Σ_j M_ij Σ_{k≠i} N_jk x_k`: what i's neighbours in M receive in
    /// N from others than i.
    case composition(StructuredMatrix, of: StructuredMatrix)
  }

  /// How the value of a player follows from the profile.
  public let form: Form
  /// A bound on the relative error of each coefficient.
  public let relativeError: Double
  /// For a composition, what each player itself contributes and is left out.
  let ownContributions: [Double]

  /// An aggregate of the given form.
  public init(_ form: Form, relativeError: Double = 0) {
    self.form = form
    self.relativeError = relativeError
    if case .composition(let outer, let inner) = form {
      ownContributions = outer.diagonal(ofProductWith: inner)
    } else {
      ownContributions = []
    }
  }

  /// The weight of a player's own level in its own aggregate.
  public func ownWeight(of player: Int) -> Double {
    switch form {
    case .network(let matrix): matrix.element(player, player)
    case .weightedSum(let weights): weights[player]
    case .composition: 0
    }
  }

  /// Whether the value is the same for every player.
  public var isCommon: Bool {
    if case .weightedSum = form { true } else { false }
  }

  /// The value of every player at a profile; a single value if it is common.
  ///
  /// - Complexity: One pass over the links.
  public func values(at levels: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: isCommon ? 1 : levels.count)
    switch form {
    case .network(let matrix): matrix.multiply(levels, into: &result)
    case .weightedSum(let weights):
      result[0] = zip(weights, levels).reduce(0) { $0 + $1.0 * $1.1 }
    case .composition(let outer, let inner):
      var middle = result
      inner.multiply(levels, into: &middle)
      outer.multiply(middle, into: &result)
      for i in levels.indices { result[i] -= ownContributions[i] * levels[i] }
    }
    return result
  }

  /// Adds `Σ_i factors_i a_i(·)` to a gradient: the transposed map.
  ///
  /// - Complexity: One pass over the links.
  public func addTransposed(_ factors: [Double], to gradient: inout [Double]) {
    var sum = [Double](repeating: 0, count: gradient.count)
    switch form {
    case .network(let matrix): matrix.multiplyTransposed(factors, into: &sum)
    case .weightedSum(let weights):
      let total = factors.reduce(0, +)
      for j in sum.indices { sum[j] = total * weights[j] }
    case .composition(let outer, let inner):
      var middle = sum
      outer.multiplyTransposed(factors, into: &middle)
      inner.multiplyTransposed(middle, into: &sum)
      for j in sum.indices { sum[j] -= ownContributions[j] * factors[j] }
    }
    for j in sum.indices { gradient[j] += sum[j] }
  }

  /// Calls `body` with each variable and its coefficient in a player's value.
  ///
  /// - Complexity: O(links of the player), the square of it for a composition.
  public func forEachCoefficient(
    of player: Int, _ body: (_ variable: Int, _ coefficient: Double) -> Void
  ) {
    switch form {
    case .network(let matrix): matrix.forEachElement(inRow: player, body)
    case .weightedSum(let weights):
      for (j, weight) in weights.enumerated() { body(j, weight) }
    case .composition(let outer, let inner):
      outer.forEachElement(inRow: player) { j, weight in
        inner.forEachElement(inRow: j) { k, coefficient in
          if k != player { body(k, weight * coefficient) }
        }
      }
    }
  }

  /// The value of one player at a profile of any scalars.
  public func value<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = S.zero
    forEachCoefficient(of: player) { variable, coefficient in
      sum += S(coefficient, relativeError: relativeError) * levels[variable]
    }
    return sum
  }
}
