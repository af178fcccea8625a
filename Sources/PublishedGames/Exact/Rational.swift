/// A ratio of whole numbers of up to 127 bits, in lowest terms.
struct Rational: Equatable, Sendable {
  let numerator: Int128
  /// Always above 0.
  let denominator: Int128

  /// A result that needs more than 127 bits.
  struct Overflow: Error {}

  /// A whole number.
  init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A ratio, in lowest terms.
  ///
  /// - Precondition: the denominator is not 0.
  init(_ numerator: Int128, _ denominator: Int128) {
    let divisor = Self.divisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  /// The simplest ratio that rounds to a number, by continued fractions: what
  /// a user means by 0.4 or 0.3333333333333333. Nil if there is none with a
  /// denominator up to 10⁹.
  init?(simplest value: Double) {
    guard value.isFinite, abs(value) < 1e9 else { return nil }
    var (p, q): (Int128, Int128) = (1, 0)
    var (lastP, lastQ): (Int128, Int128) = (0, 1)
    var rest = value
    for _ in 0..<Self.longestFraction {
      let whole = rest.rounded(.down)
      (p, lastP) = (Int128(whole) * p + lastP, p)
      (q, lastQ) = (Int128(whole) * q + lastQ, q)
      guard abs(p) < 1 << 62, q <= 1_000_000_000 else { return nil }
      if Double(p) / Double(q) == value {
        self.init(p, q)
        return
      }
      rest = 1 / (rest - whole)
      guard abs(rest) < 1e12 else { return nil }
    }
    return nil
  }

  private static let longestFraction = 60

  /// The nearest double, to within rounding.
  var double: Double { Double(numerator) / Double(denominator) }

  /// `3/4`, or `3` for a whole number.
  var text: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  private static func divisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

// Arithmetic that notices when numbers grow too long.
extension Rational {
  /// The sum.
  func plus(_ other: Rational) throws(Overflow) -> Rational {
    let shared = Self.divisor(denominator, other.denominator)
    let scale = other.denominator / shared
    let left = try Self.product(numerator, scale)
    let right = try Self.product(other.numerator, denominator / shared)
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw Overflow() }
    return Rational(sum, try Self.product(denominator, scale))
  }

  /// The product.
  func times(_ other: Rational) throws(Overflow) -> Rational {
    let first = Rational(numerator, other.denominator)
    let second = Rational(other.numerator, denominator)
    return Rational(
      try Self.product(first.numerator, second.numerator),
      try Self.product(first.denominator, second.denominator))
  }

  /// The difference.
  func minus(_ other: Rational) throws(Overflow) -> Rational {
    try plus(other.negated)
  }

  /// The number with its sign changed.
  var negated: Rational { Rational(-numerator, denominator) }

  /// `1/x`.
  ///
  /// - Precondition: the number is not 0.
  var reciprocal: Rational { Rational(denominator, numerator) }

  private static func product(
    _ a: Int128, _ b: Int128
  ) throws(Overflow) -> Int128 {
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    guard !overflows else { throw Overflow() }
    return product
  }
}

extension Rational {
  /// Solves a linear system exactly by Gauss and Jordan's elimination.
  ///
  /// - Parameters:
  ///   - matrix: The rows of a square matrix.
  ///   - rightHandSide: One number for each row.
  /// - Returns: The solution; nil if the matrix is singular.
  /// - Throws: ``Overflow`` if a number needs more than 127 bits.
  static func solve(
    _ matrix: [[Rational]], _ rightHandSide: [Rational]
  ) throws(Overflow) -> [Rational]? {
    var (a, b) = (matrix, rightHandSide)
    for k in a.indices {
      guard
        let pivot = a.indices.first(where: {
          $0 >= k && a[$0][k].numerator != 0
        })
      else { return nil }
      a.swapAt(k, pivot)
      b.swapAt(k, pivot)
      let scale = a[k][k].reciprocal
      for i in a.indices where i != k && a[i][k].numerator != 0 {
        let factor = try a[i][k].times(scale)
        for j in k..<a.count {
          a[i][j] = try a[i][j].minus(factor.times(a[k][j]))
        }
        b[i] = try b[i].minus(factor.times(b[k]))
      }
    }
    var solution: [Rational] = []
    for k in a.indices { solution.append(try b[k].times(a[k][k].reciprocal)) }
    return solution
  }
}
