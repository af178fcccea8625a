/// Gauss and Legendre's rule for integrals over [0, 1].
package enum GaussLegendre {
  /// The 20 nodes with their weights: exact for polynomials up to degree 39.
  package static let unit: [(node: Double, weight: Double)] = {
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
