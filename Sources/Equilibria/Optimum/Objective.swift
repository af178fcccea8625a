import Games
import LinearAlgebra

/// A smooth function over a box, to be maximised.
///
/// ``JointObjective`` makes one of the payoffs of a game; other modules may
/// declare their own.
package protocol Objective: Sendable {
  /// The variables and their bounds.
  var strategies: StrategySpace { get }

  /// The value at a point; `-∞` where the function is not defined.
  func value(at levels: [Double]) -> Double

  /// Writes the gradient at a point and returns the value.
  func gradient(at levels: [Double], into gradient: inout [Double]) -> Double

  /// Writes the Hessian at a point.
  func hessian(at levels: [Double], into hessian: inout Matrix)

  /// What is known of the function around a point to second order.
  func expansion(at levels: [Double]) -> any ObjectiveExpansion

  /// Writes an enclosure of the gradient over a box and returns one of the
  /// value; no matrix is formed. Entire intervals where nothing is known.
  func enclosure(over box: Box, gradient: inout [Interval]) -> Interval

  /// Encloses the value over a box; by default what comes with the gradient.
  func enclosure(over box: Box) -> Interval

  /// Writes enclosures of gradient and Hessian over a box and returns one of
  /// the value; element (v, w) of the Hessian lies at `v * dimension + w`.
  func enclosure(
    over box: Box, gradient: inout [Interval], hessian: inout [Interval]
  ) -> Interval

  /// The least size in which differences of values are measured, in the unit of
  /// the values: a difference that is small against it means nothing.
  var leastSize: Double { get }

  /// Whether the function is proven to be defined and continuous on a box:
  /// what its enclosures say holds for all points of the box only then.
  func isTotal(over box: Box) -> Bool

  /// An upper bound on the values over a box, by what is known of the
  /// function's structure; infinite by default.
  ///
  /// - Parameters:
  ///   - box: A part of the box of ``strategies``.
  ///   - levels: The best point known.
  ///   - slack: How far above the value there the bound need not be any
  ///     sharper.
  /// - Returns: No point of the box has a higher value.
  func upperBound(
    over box: Box, about levels: [Double], slack: Double
  ) -> Double
}

extension Objective {
  /// What comes with the gradient.
  package func enclosure(over box: Box) -> Interval {
    var gradient = [Interval](repeating: .zero, count: box.count)
    return enclosure(over: box, gradient: &gradient)
  }

  /// Nothing is known.
  package func upperBound(
    over box: Box, about levels: [Double], slack: Double
  ) -> Double { .infinity }
}

/// A function around one point to second order, for many products with its
/// Hessian at the same point; no matrix is formed.
package protocol ObjectiveExpansion: Sendable {
  /// Writes the product of the Hessian with a direction.
  func hessianProduct(
    along direction: [Double], into product: inout [Double])

  /// An estimate of the diagonal of the Hessian, to scale variables with; nil
  /// where there is no cheap one.
  var hessianDiagonal: [Double]? { get }
}
