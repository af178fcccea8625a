import Games
import LinearAlgebra

/// The small change that the responses of all amplify most.
package struct Amplification: Sendable {
  /// The largest singular value of M.
  package let factor: Double
  /// The change of length 1 that is amplified most.
  package let direction: [Double]
  /// What it leads to, divided by the factor.
  package let response: [Double]
  /// Whether the direction is as near as was asked; if not, the factor is what
  /// it amplifies the direction by, a lower bound.
  package let isConverged: Bool
}

extension NetworkMultipliers {
  /// Writes `B x`.
  ///
  /// - Complexity: One pass over the links.
  public func multiply(_ x: [Double], into y: inout [Double]) {
    var products = x
    for i in y.indices { y[i] = 0 }
    for (k, own) in factors.enumerated() where own.contains(where: { $0 != 0 })
    {
      let aggregate = game.aggregates[k]
      aggregate.multiply(x, into: &products)
      for i in x.indices where own[i] != 0 {
        y[i] += own[i] * (products[i] - aggregate.ownWeight(of: i) * x[i])
      }
    }
  }

  /// The change that is amplified most, by the power method on `Mᵀ M`.
  ///
  /// - Parameters:
  ///   - tolerance: The residual `‖Mᵀ M x − σ² x‖ / σ²` to reach.
  ///   - iterations: The limit on iterations.
  ///   - method: How both systems of an iteration are solved.
  /// - Returns: The change; nil if numbers are not finite.
  /// - Complexity: A few dozen passes over the links an iteration.
  package func amplification(
    tolerance: Double = 1e-7, iterations: Int = 200,
    using method: GMRES = GMRES(tolerance: 1e-10)
  ) -> Amplification? {
    let count = isFree.count
    var x = [Double](repeating: 1 / Double(count).squareRoot(), count: count)
    var (y, z) = (x, x)
    for iteration in 1...max(1, iterations) {
      y = solution(x, near: y, method, multiply)
      let factor = Vector.euclideanNorm(y)
      z = solution(y, near: z, method, multiplyTransposed)
      let length = Vector.euclideanNorm(z)
      guard length > 0, length.isFinite else { return nil }
      var rest = z
      Vector.add(-factor * factor, times: x, to: &rest)
      let isMet =
        Vector.euclideanNorm(rest) <= tolerance * factor * factor
      if isMet || iteration == iterations || Cancellation.isRequested {
        return Amplification(
          factor: factor, direction: x, response: y.map { $0 / factor },
          isConverged: isMet)
      }
      x = z.map { $0 / length }
    }
    return nil
  }

  /// Solves `x − T x = b` for a product T.
  private func solution(
    _ b: [Double], near start: [Double], _ method: GMRES,
    _ product: LinearOperator
  ) -> [Double] {
    var image = b
    return method.solve(b, from: start) { x, result in
      product(x, &image)
      for i in x.indices { result[i] = x[i] - image[i] }
    }.x
  }
}
