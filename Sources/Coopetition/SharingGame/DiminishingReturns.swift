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

  /// `−φ″(z) = ε φ′(z) / (1 + z)`, how fast the slope falls, given the slope.
  @inline(__always)
  func fall<S: Scalar>(of slope: S, at z: S) -> S {
    slope * S(curvature) / (1 + z)
  }

  /// `φ(z) / z = ∫₀¹ (1 + u z)^−ε du`, the mean slope on the way to z.
  func mean<S: Scalar>(_ z: S) -> S {
    S.meanPower(z, exponent: curvature, moment: 0)
  }

  /// The derivative of the mean slope, `−ε ∫₀¹ u (1 + u z)^−(ε+1) du`.
  func meanSlope<S: Scalar>(_ z: S) -> S {
    S(-curvature) * S.meanPower(z, exponent: curvature + 1, moment: 1)
  }
}

/// Diminishing returns whose curvature is a constant or a variable.
enum Returns<S: Scalar> {
  /// The curvature is a constant.
  case fixed(DiminishingReturns)
  /// The curvature is a variable.
  case varied(curvature: S)

  /// `φ(z)`.
  @inline(__always)
  func value(_ z: S) -> S {
    switch self {
    case .fixed(let returns): returns.value(z)
    case .varied(let curvature):
      CurvatureIntegral.value(z, curvature: curvature)
    }
  }

  /// `φ′(z)`.
  @inline(__always)
  func slope(_ z: S) -> S {
    switch self {
    case .fixed(let returns): returns.slope(z)
    case .varied(let curvature): S.exp(-curvature * S.log(onePlus: z))
    }
  }

  /// `φ(z) / z`.
  func mean(_ z: S) -> S {
    switch self {
    case .fixed(let returns): returns.mean(z)
    case .varied(let curvature):
      CurvatureIntegral.mean(z, curvature: curvature)
    }
  }

  /// The derivative of `φ(z) / z`.
  func meanSlope(_ z: S) -> S {
    switch self {
    case .fixed(let returns): returns.meanSlope(z)
    case .varied(let curvature):
      CurvatureIntegral.meanSlope(z, curvature: curvature)
    }
  }
}
