import RealModule

/// The quadrature of Gauss and Legendre: exact for polynomials of degree
/// 2n − 1 on an interval.
struct GaussLegendre: Sendable {
  /// The nodes in (−1, 1), rising.
  let nodes: [Double]
  /// The weights, which add up to 2.
  let weights: [Double]

  /// The rule with twenty nodes.
  static let twenty = GaussLegendre(count: 20)

  /// The rule with a number of nodes, the roots of a Legendre polynomial, by
  /// Newton's method from the usual cosines.
  ///
  /// - Complexity: O(count²).
  init(count: Int) {
    precondition(count > 0, "a rule needs a node")
    var nodes: [Double] = []
    var weights: [Double] = []
    for k in 0..<count {
      let place = (Double(count - k) - 0.25) / (Double(count) + 0.5)
      var x = Double.cos(Double.pi * place)
      var slope = 0.0
      for _ in 0..<Self.newtonSteps {
        let (value, derivative) = Self.legendre(count, x)
        slope = derivative
        x -= value / derivative
      }
      nodes.append(x)
      weights.append(2 / ((1 - x * x) * slope * slope))
    }
    (self.nodes, self.weights) = (nodes, weights)
  }

  /// Quadratic convergence from starts good to about 1 / count².
  private static let newtonSteps = 6

  /// A Legendre polynomial and its derivative, by the three-term recurrence.
  private static func legendre(_ n: Int, _ x: Double) -> (Double, Double) {
    var (before, value) = (1.0, x)
    for k in 1..<max(n, 1) {
      let step = Double(k)
      (before, value) = (
        value, ((2 * step + 1) * x * value - step * before) / (step + 1)
      )
    }
    return (value, Double(n) * (before - x * value) / (1 - x * x))
  }

  /// The integral of a function over an interval.
  func integral(
    from start: Double, to end: Double, _ function: (Double) -> Double
  ) -> Double {
    let (middle, half) = ((start + end) / 2, (end - start) / 2)
    var sum = 0.0
    for (node, weight) in zip(nodes, weights) {
      sum += weight * function(middle + half * node)
    }
    return sum * half
  }

  /// Nodes and weights over an interval that is cut into equal panels.
  func panels(
    from start: Double, to end: Double, count: Int
  ) -> [(node: Double, weight: Double)] {
    let width = (end - start) / Double(count)
    return (0..<count).flatMap { panel in
      let middle = start + (Double(panel) + 0.5) * width
      return zip(nodes, weights).map { node, weight in
        (middle + node * width / 2, weight * width / 2)
      }
    }
  }
}
