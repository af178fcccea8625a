/// A normal distribution, given that the number lies between two ends.
struct TruncatedNormal: Sendable {
  /// The mean of the whole distribution.
  let mean: Double
  /// Its standard deviation.
  let deviation: Double
  /// The probability of less than the lower end; where the ends lie above the
  /// mean, that of more than the upper end.
  private let below: Double
  /// The probability, within the whole distribution, of what lies between the
  /// ends.
  let mass: Double
  /// Whether all is computed for the mirror image about the mean, whose
  /// probabilities are small numbers instead of numbers close to 1.
  private let isMirrored: Bool

  /// The distribution between two ends, which may be infinite.
  ///
  /// - Precondition: the deviation is greater than 0.
  init(mean: Double, deviation: Double, from lower: Double, to upper: Double) {
    precondition(deviation > 0)
    self.mean = mean
    self.deviation = deviation
    let ends = ((lower - mean) / deviation, (upper - mean) / deviation)
    isMirrored = ends.0 > 0
    let (a, b) = isMirrored ? (-ends.1, -ends.0) : ends
    below = NormalDistribution.probability(atMost: a)
    mass = NormalDistribution.probability(atMost: b) - below
  }

  /// The number below which a share u of the distribution lies:
  /// `mean + deviation · Φ⁻¹(Φ(A) + u (Φ(B) − Φ(A)))`, A and B the ends in
  /// deviations from the mean.
  func quantile(_ u: Double) -> Double {
    let p = below + (isMirrored ? 1 - u : u) * mass
    let z = NormalDistribution.quantile(min(max(p, 0), 1))
    return mean + deviation * (isMirrored ? -z : z)
  }

  /// The probability of at most x, for x between the ends.
  func probability(atMost x: Double) -> Double {
    let z = (x - mean) / deviation
    let p = NormalDistribution.probability(atMost: isMirrored ? -z : z)
    let share = min(max((p - below) / mass, 0), 1)
    return isMirrored ? 1 - share : share
  }
}
