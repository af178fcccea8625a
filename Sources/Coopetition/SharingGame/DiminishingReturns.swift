import Games

/// The concave function `φ(z; ε) = ((1 + z)^(1 − ε) − 1) / (1 − ε)`.
///
/// The curvature ε is 0 for a linear function and 1 for `log(1 + z)`, between
/// and beyond which the formula is continuous.
struct DiminishingReturns: Sendable {
  /// The curvature ε, at least 0.
  let curvature: Double

  /// `φ(z)` for `z ≥ 0`.
  ///
  /// Away from the two special cases it is `expm1((1−ε) log1p(z)) / (1−ε)`,
  /// which does not cancel near ε = 1 or z = 0.
  @inline(__always)
  func value<S: Scalar>(_ z: S) -> S {
    if curvature == 1 { return S.log(onePlus: z) }
    if curvature == 0 { return z }
    let power = 1 - S(curvature)
    return S.expMinusOne(power * S.log(onePlus: z)) / power
  }

  /// `φ′(z) = (1 + z)^−ε` for `z ≥ 0`.
  @inline(__always)
  func slope<S: Scalar>(_ z: S) -> S {
    if curvature == 1 { return 1 / (1 + z) }
    if curvature == 0 { return 1 }
    return S.pow(1 + z, -curvature)
  }
}
