import RealModule

/// Student's t distribution with a whole number of degrees of freedom.
///
/// Its distribution function is a finite sum of powers of cos θ with
/// tan θ = t / √ν; see Abramowitz and Stegun, Handbook of Mathematical
/// Functions, 26.7.3 and 26.7.4.
struct StudentDistribution: Sendable {
  /// The degrees of freedom ν ≥ 1.
  let degrees: Int
  /// The coefficients of the sum in powers of cos² θ.
  private let coefficients: [Double]

  /// The distribution with some degrees of freedom.
  init(degrees: Int) {
    precondition(degrees >= 1, "a distribution has a degree of freedom")
    self.degrees = degrees
    var coefficients = [1.0]
    let isOdd = degrees % 2 == 1
    for k in stride(from: isOdd ? 2 : 1, to: degrees - 2, by: 2) {
      let ratio = Double(k) / Double(k + 1)
      coefficients.append((coefficients.last ?? 1) * ratio)
    }
    self.coefficients = degrees == 1 ? [] : coefficients
  }

  /// P(T ≤ t).
  ///
  /// - Complexity: O(ν).
  func probability(below t: Double) -> Double {
    guard t.isFinite else { return t < 0 ? 0 : 1 }
    return (1 + inner(t)) / 2
  }

  /// P(−|t| < T < |t|), with the sign of t.
  private func inner(_ t: Double) -> Double {
    let nu = Double(degrees)
    let cosine2 = nu / (nu + t * t)
    var sum = 0.0
    for coefficient in coefficients.reversed() {
      sum = sum * cosine2 + coefficient
    }
    let sine = t / (nu + t * t).squareRoot()
    guard degrees % 2 == 1 else { return sine * sum }
    let angle = Double.atan(t / nu.squareRoot())
    return 2 / Double.pi * (angle + sine * cosine2.squareRoot() * sum)
  }
}
