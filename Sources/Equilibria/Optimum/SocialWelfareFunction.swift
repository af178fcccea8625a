import Games

/// How the payoffs of all are weighed against one another: a smooth function
/// `Φ(u)` of the payoffs, increasing in each.
///
/// Its second derivative has the form
///
///     Φ″ = diag(curvatures) + slopeCoupling · c cᵀ,
///
/// where c are the ``coupledSlopes(at:)``, by default Φ′.
///
/// Reference: Mas-Colell, Whinston and Green, Microeconomic Theory, 1995,
/// chapter 22.
package protocol SocialWelfareFunction: Sendable {
  /// `Φ(u)`; `-∞` where it is not defined.
  func value(of payoffs: [Double]) -> Double

  /// Encloses `Φ(u)`; by default nothing is claimed over intervals, and so
  /// nothing is proven of a maximum.
  func value(of payoffs: [Interval]) -> Interval

  /// `∂Φ/∂u_i` for each player.
  func slopes(at payoffs: [Double]) -> [Double]

  /// Encloses `∂Φ/∂u_i`.
  func slopes(at payoffs: [Interval]) -> [Interval]

  /// The diagonal part of the second derivative.
  func curvatures(at payoffs: [Double]) -> [Double]

  /// Encloses the diagonal part of the second derivative.
  func curvatures(at payoffs: [Interval]) -> [Interval]

  /// The coefficient of the outer product in the second derivative.
  var slopeCoupling: Double { get }

  /// The vector of the outer product in the second derivative; the slopes by
  /// default.
  func coupledSlopes(at payoffs: [Double]) -> [Double]

  /// The slopes if they are the same at every payoff, which then need not be
  /// evaluated; nil otherwise.
  var constantSlopes: [Double]? { get }

  /// The least size in which differences of values are measured; for sums of
  /// money almost nothing.
  var leastSize: Double { get }
}

extension SocialWelfareFunction {
  /// The whole line.
  package func value(of payoffs: [Interval]) -> Interval { .entire }

  /// The whole line for each player.
  package func slopes(at payoffs: [Interval]) -> [Interval] {
    payoffs.map { _ in .entire }
  }

  /// The whole line for each player.
  package func curvatures(at payoffs: [Interval]) -> [Interval] {
    payoffs.map { _ in .entire }
  }

  /// No outer product.
  package var slopeCoupling: Double { 0 }

  /// The slopes.
  package func coupledSlopes(at payoffs: [Double]) -> [Double] {
    slopes(at: payoffs)
  }

  /// The slopes depend on the payoffs.
  package var constantSlopes: [Double]? { nil }

  /// A millionth of a millionth.
  package var leastSize: Double { 1e-12 }
}
