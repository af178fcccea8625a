import Scalars

/// Exponentials, logarithms and powers.
///
/// Everything rests on `expm1` and `log1p`, which keep their relative accuracy
/// near zero; the errors stay below 2⁻¹¹⁸ relative, for `pow(x, y)` below
/// `|y log x|` times that.
extension Wide: ElementaryFunctions {
  /// `log 2` in two parts of 100 and 125 bits, the first one for exact products
  /// with integers.
  private static let log2 = (
    high: Wide(
      isNegative: false, bits: 0xb1_7217_f7d1_cf79_abc9_e3b3_980, scale: -100),
    low: Wide(
      isNegative: false, bits: 0x1f97_b57a_079a_1933_94c5_b16c_5068_badc,
      scale: -227)
  )

  /// Arguments beyond which an exponential is a number beyond all doubles.
  private static let farExponent = 0x1p20

  /// The inverse factorials `1/n!`.
  static let inverseFactorials: [Wide] = (1...40).reduce(into: [1]) {
    $0.append($0[$1 - 1] / Wide(Double($1)))
  }

  static func expMinusOne(_ x: Wide) -> Wide {
    let guess = x.approximation
    if guess > farExponent { return Wide(1).scaled(by: 1 << 40) }
    if guess < -farExponent { return Wide(1).scaled(by: -1 << 40) - 1 }
    let doublings = (guess / 0.6931471805599453).rounded()
    let k = Wide(doublings)
    let rest = (x - k * log2.high) - k * log2.low
    // exp(x) − 1 = 2^k (1 + e) − 1.
    var e = expMinusOneSeries(rest.scaled(by: -3))
    for _ in 0..<3 { e = e * (2 + e) }
    let power = Wide(1).scaled(by: Int(doublings))
    return power * e + (power - 1)
  }

  /// `exp(x) − 1` for `|x| < 0.05` by its Taylor series.
  private static func expMinusOneSeries(_ x: Wide) -> Wide {
    var sum = inverseFactorials[19]
    for n in stride(from: 18, through: 1, by: -1) {
      sum = sum * x + inverseFactorials[n]
    }
    return sum * x
  }

  static func exp(_ x: Wide) -> Wide {
    x.approximation < -0.5 ? 1 / exp(-x) : 1 + expMinusOne(x)
  }

  static func log(onePlus x: Wide) -> Wide {
    precondition(x > -1)
    let guess = x.approximation
    guard guess > -0.5, guess < 1 else { return log(1 + x) }
    // With y near the result, log(1 + x) = y + log(1 + d),
    // d = (1 + x) exp(−y) − 1 = (1 + x) expm1(−y) + x.
    let y = Wide(Double.log(onePlus: guess))
    let d = (1 + x) * expMinusOne(-y) + x
    precondition(d.isZero || d.exponent < -40)
    return y + d * (1 - d * (0.5 - d * third))
  }

  private static let third: Wide = 1 / 3

  static func log(_ x: Wide) -> Wide {
    precondition(x > 0)
    var exponent = x.exponent
    if x.scaled(by: -exponent) > 1.5 { exponent += 1 }
    let k = Wide(Double(exponent))
    let fraction = log(onePlus: x.scaled(by: -exponent) - 1)
    return k * log2.high + (k * log2.low + fraction)
  }

  static func sqrt(_ x: Wide) -> Wide {
    precondition(x >= 0)
    if x.isZero { return x }
    let half = x.exponent >> 1
    let scaled = x.scaled(by: -2 * half)
    var root = Wide(scaled.approximation.squareRoot())
    for _ in 0..<2 { root = (root + scaled / root).scaled(by: -1) }
    return root.scaled(by: half)
  }

  static func root(_ x: Wide, _ n: Int) -> Wide {
    if x.isZero { return x }
    let root = exp(log(x.magnitude) / Wide(Double(n)))
    precondition(!x.isNegative || n % 2 != 0)
    return x.isNegative ? -root : root
  }

  static func pow(_ x: Wide, _ exponent: Double) -> Wide {
    pow(x, Wide(exponent))
  }

  static func pow(_ x: Wide, _ y: Wide) -> Wide {
    if y.isZero { return 1 }
    if y == 1 { return x }
    return x.isZero ? x : exp(y * log(x))
  }

  static func pow(_ x: Wide, _ n: Int) -> Wide {
    if n < 0 { return 1 / pow(x, -n) }
    let half = n > 1 ? pow(x, n / 2) : 1
    return n % 2 == 1 ? half * half * x : half * half
  }

  static func sinh(_ x: Wide) -> Wide {
    if x.isNegative { return -sinh(-x) }
    let e = expMinusOne(x)
    return (e + e / (1 + e)).scaled(by: -1)
  }

  static func cosh(_ x: Wide) -> Wide {
    let e = expMinusOne(x.magnitude)
    return 1 + (e * e / (1 + e)).scaled(by: -1)
  }

  static func tanh(_ x: Wide) -> Wide {
    if x.isNegative { return -tanh(-x) }
    let e = expMinusOne(x.scaled(by: 1))
    return e / (e + 2)
  }

  static func asinh(_ x: Wide) -> Wide {
    if x.isNegative { return -asinh(-x) }
    return log(onePlus: x + x * x / (1 + sqrt(1 + x * x)))
  }

  static func acosh(_ x: Wide) -> Wide {
    let excess = x - 1
    return log(onePlus: excess + sqrt(excess * (excess + 2)))
  }

  static func atanh(_ x: Wide) -> Wide {
    if x.isNegative { return -atanh(-x) }
    return log(onePlus: x.scaled(by: 1) / (1 - x)).scaled(by: -1)
  }
}
