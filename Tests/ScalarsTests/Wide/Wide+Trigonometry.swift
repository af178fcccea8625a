import Scalars

/// Trigonometry, relative accuracy 2⁻¹¹⁸ for arguments below 2⁴⁸.
extension Wide {
  /// `π/2` in three parts of 70, 70 and 125 bits, the first two for exact
  /// products with integers below 2⁵⁰.
  private static let halfPi = (
    Wide(isNegative: false, bits: 0x32_43f6_a888_5a30_8d31, scale: -69),
    Wide(isNegative: false, bits: 0x31_98a2_e037_0734_4a40, scale: -141),
    Wide(
      isNegative: false, bits: 0x1270_4453_3e63_a010_5df5_31d8_9cd9_128a,
      scale: -266)
  )

  static var pi: Wide {
    (halfPi.0 + (halfPi.1 + halfPi.2)).scaled(by: 1)
  }

  /// The sine and cosine of an argument.
  private static func sineAndCosine(_ x: Wide) -> (Wide, Wide) {
    let guess = x.approximation
    precondition(guess.magnitude < 0x1.8p48)
    let quarter = (guess / 1.5707963267948966).rounded()
    let k = Wide(quarter)
    let rest = ((x - k * halfPi.0) - k * halfPi.1) - k * halfPi.2
    let (sine, cosine) = sineAndCosineSeries(rest)
    switch Int(quarter) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  /// The sine and cosine for `|x| < 0.8` by their Taylor series.
  private static func sineAndCosineSeries(_ x: Wide) -> (Wide, Wide) {
    let square = -(x * x)
    var sine = inverseFactorials[31]
    var cosine = inverseFactorials[30]
    for n in stride(from: 28, through: 0, by: -2) {
      sine = sine * square + inverseFactorials[n + 1]
      cosine = cosine * square + inverseFactorials[n]
    }
    return (sine * x, cosine)
  }

  static func sin(_ x: Wide) -> Wide { sineAndCosine(x).0 }

  static func cos(_ x: Wide) -> Wide { sineAndCosine(x).1 }

  static func tan(_ x: Wide) -> Wide {
    let (sine, cosine) = sineAndCosine(x)
    return sine / cosine
  }

  static func atan(_ x: Wide) -> Wide {
    if x.magnitude > 1 {
      let complement = atan(1 / x)
      return (x.isNegative ? -pi : pi).scaled(by: -1) - complement
    }
    // With y near the result, atan(x) = y + atan(d),
    // d = (x − tan y) / (1 + x tan y).
    let y = Wide(Double.atan(x.approximation))
    let (sine, cosine) = sineAndCosine(y)
    let d = (x * cosine - sine) / (cosine + x * sine)
    return y + d * (1 - d * d / 3)
  }

  static func asin(_ x: Wide) -> Wide {
    if x.magnitude == 1 { return (x * pi).scaled(by: -1) }
    return atan(x / sqrt((1 - x) * (1 + x)))
  }

  static func acos(_ x: Wide) -> Wide {
    if x == -1 { return pi }
    return atan(sqrt((1 - x) / (1 + x))).scaled(by: 1)
  }
}
