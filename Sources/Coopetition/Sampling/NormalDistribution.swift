/// The standard normal distribution.
enum NormalDistribution {
  /// `Φ(z) = ½ erfc(−z/√2)`: the probability of at most z.
  static func probability(atMost z: Double) -> Double {
    0.5 * .erfc(-z * 0.5.squareRoot())
  }

  /// `Φ⁻¹(p)`: the number that is exceeded with probability `1 − p`;
  /// infinite for 0 and 1.
  ///
  /// Rational approximations on three ranges, relative error about 1e-16:
  /// Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
  ///
  /// - Precondition: `p` is in [0, 1].
  static func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1)
    let q = p - 0.5
    if abs(q) <= centre {
      return q * ratio(middle, at: centre * centre - q * q)
    }
    let tail = q < 0 ? p : 1 - p
    guard tail > 0 else { return q < 0 ? -.infinity : .infinity }
    let r = (-Double.log(tail)).squareRoot()
    let size =
      r <= farTail ? ratio(near, at: r - nearest) : ratio(far, at: r - farTail)
    return q < 0 ? -size : size
  }

  /// How far from ½ the approximation of the middle holds.
  private static let centre = 0.425
  /// The argument of the near tail counts from here.
  private static let nearest = 1.6
  /// The argument above which a tail is far.
  private static let farTail = 5.0

  private typealias Coefficients = (over: [Double], under: [Double])

  private static func ratio(_ of: Coefficients, at r: Double) -> Double {
    polynomial(of.over, r) / polynomial(of.under, r)
  }

  /// Horner's scheme, the highest power first.
  private static func polynomial(_ terms: [Double], _ r: Double) -> Double {
    terms.reduce(0) { $0 * r + $1 }
  }

  private static let middle: Coefficients = (
    [
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
      45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
      133.14166789178437745, 3.3871328727963666080,
    ],
    [
      5226.4952788528545610, 28729.085735721942674, 39307.895800092710610,
      21213.794301586595867, 5394.1960214247511077, 687.18700749205790830,
      42.313330701600911252, 1,
    ]
  )
  private static let near: Coefficients = (
    [
      7.74545014278341407640e-4, 2.27238449892691845833e-2,
      2.41780725177450611770e-1, 1.27045825245236838258,
      3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590,
      1.42343711074968357734,
    ],
    [
      1.05075007164441684324e-9, 5.47593808499534494600e-4,
      1.51986665636164571966e-2, 1.48103976427480074590e-1,
      6.89767334985100004550e-1, 1.67638483018380384940,
      2.05319162663775882187, 1,
    ]
  )
  private static let far: Coefficients = (
    [
      2.01033439929228813265e-7, 2.71155556874348757815e-5,
      1.24266094738807843860e-3, 2.65321895265761230930e-2,
      2.96560571828504891230e-1, 1.78482653991729133580,
      5.46378491116411436990, 6.65790464350110377720,
    ],
    [
      2.04426310338993978564e-15, 1.42151175831644588870e-7,
      1.84631831751005468180e-5, 7.86869131145613259100e-4,
      1.48753612908506148525e-2, 1.36929880922735805310e-1,
      5.99832206555887937690e-1, 1,
    ]
  )
}
