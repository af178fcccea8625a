/// An eigenvalue of a general real matrix.
package struct ComplexEigenvalue: Sendable, Equatable {
  /// The real part.
  package var real: Double
  /// The imaginary part.
  package var imaginary: Double

  /// The number `real + imaginary · i`.
  package init(real: Double, imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// The absolute value.
  package var modulus: Double { Vector.euclideanNorm([real, imaginary]) }

  /// Whether it comes before another one by real part, then by imaginary part.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    (a.real, a.imaginary) < (b.real, b.imaginary)
  }
}
