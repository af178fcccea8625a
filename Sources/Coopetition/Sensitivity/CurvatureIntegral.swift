import Games

/// Diminishing returns `φ(z; ε)` with the curvature as a scalar, smooth
/// through ε = 1.
///
/// With `L = log(1 + z)`,
///
///     φ(z; ε) = L ∫₀¹ exp((1 − ε) L s) ds,
///
/// by Gauss and Legendre's rule with 20 nodes, whose relative error, and that
/// of its derivatives, is below 1e-14 for `|1 − ε| L ≤ 20`; intervals are
/// widened by more.
enum CurvatureIntegral {
  /// `φ(z; ε)`.
  static func value<S: Scalar>(_ z: S, curvature: S) -> S {
    let logarithm = S.log(onePlus: z)
    let rate = (1 - curvature) * logarithm
    var sum = S.zero
    for (node, weight) in rule {
      sum += S(weight) * S.exp(rate * S(node))
    }
    return S(1, relativeError: relativeError) * logarithm * sum
  }

  private static let relativeError = 1e-12

  /// The nodes in [0, 1] with their weights.
  private static let rule: [(node: Double, weight: Double)] = {
    let count = 20
    return (0..<count).map { k in
      var x = Double.cos(.pi * (Double(k) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<newtonSteps {
        let (value, derivative) = legendre(count, x)
        slope = derivative
        x -= value / derivative
      }
      return ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
  }()

  private static let newtonSteps = 8

  /// A Legendre polynomial with its derivative, by the three-term recurrence.
  private static func legendre(
    _ degree: Int, _ x: Double
  ) -> (value: Double, derivative: Double) {
    var (last, value) = (1.0, x)
    for k in 2...degree {
      let order = Double(k)
      (last, value) = (
        value, ((2 * order - 1) * x * value - (order - 1) * last) / order
      )
    }
    return (value, Double(degree) * (x * value - last) / (x * x - 1))
  }
}
