/// An eigenvalue of a general matrix and a right eigenvector of length 1.
struct Eigenpair {
  let value: ComplexEigenvalue
  let real: [Double]
  let imaginary: [Double]

  init(value: ComplexEigenvalue, real: [Double], imaginary: [Double]) {
    self.value = value
    self.real = real
    self.imaginary = imaginary
  }

  /// The pair in LAPACK's packed form: of two conjugate eigenvectors the first
  /// column holds the real part and the second the imaginary part, and the
  /// eigenvalue with the positive imaginary part comes first.
  init(value: ComplexEigenvalue, packed: Matrix, column: Int) {
    let first = value.imaginary < 0 ? column - 1 : column
    let sign: Double = value.imaginary < 0 ? -1 : 1
    self.value = value
    real = (0..<packed.rows).map { packed[$0, first] }
    imaginary = (0..<packed.rows).map {
      value.imaginary == 0 ? 0 : sign * packed[$0, first + 1]
    }
  }

  /// The pairs of [[a, b], [c, d]].
  ///
  /// With p = (a − d) / 2 the eigenvalues are d + p ± √(p² + bc). If the root
  /// is real, z = p ± root with the sign of p does not cancel, and the
  /// eigenvalues are d + z and d − bc / z with eigenvectors (z, c) and (b, −z);
  /// products are scaled by a power of 4, whose root is exact, so that they do
  /// not overflow (compare LAPACK's dlanv2).
  static func pairs(ofOrderTwo matrix: Matrix) -> [Eigenpair] {
    let (a, b) = (matrix[0, 0], matrix[0, 1])
    let (c, d) = (matrix[1, 0], matrix[1, 1])
    if b == 0 || c == 0 {
      return [
        normalized(ComplexEigenvalue(real: a), [a - d, c], or: [1, 0]),
        normalized(ComplexEigenvalue(real: d), [b, d - a], or: [0, 1]),
      ]
    }
    let p = a / 2 - d / 2
    let larger = max(abs(b), abs(c))
    let smaller = min(abs(b), abs(c)) * (b > 0 ? 1 : -1) * (c > 0 ? 1 : -1)
    let exponent = max(abs(p), larger).exponent & ~1
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    let square = p / scale * p + larger / scale * smaller
    let root = scale.squareRoot() * abs(square).squareRoot()
    if square < 0 { return conjugates(d + p, root, [p, c], [root, 0]) }
    let z = p + (p < 0 ? -root : root)
    let other = ComplexEigenvalue(real: d - larger / z * smaller)
    return [
      normalized(ComplexEigenvalue(real: d + z), [z, c], or: [1, 0]),
      normalized(other, [b, -z], or: [0, 1]),
    ]
  }

  private static func normalized(
    _ value: ComplexEigenvalue, _ vector: [Double], or unit: [Double]
  ) -> Eigenpair {
    let length = Vector.euclideanNorm(vector)
    return Eigenpair(
      value: value, real: length == 0 ? unit : vector.map { $0 / length },
      imaginary: [0, 0])
  }

  private static func conjugates(
    _ real: Double, _ imaginary: Double, _ realPart: [Double],
    _ imaginaryPart: [Double]
  ) -> [Eigenpair] {
    let length = Vector.euclideanNorm(realPart + imaginaryPart)
    return [-1.0, 1].map { sign in
      Eigenpair(
        value: ComplexEigenvalue(real: real, imaginary: sign * imaginary),
        real: realPart.map { $0 / length },
        imaginary: imaginaryPart.map { sign * $0 / length })
    }
  }
}
