import Games

/// A smooth stand-in for the least gain, `min_i g_i` with
/// `g_i = (u_i − a_i) / r_i`, that also raises gains which are not the least:
///
///     Φ(u) = max_t  t + μ Σ_i log(g_i − t).
///
/// For small μ its maximum comes close to that of the least gain, which it
/// falls short of by at most n μ, and among all profiles of the greatest least
/// gain to the one of the greatest product of what exceeds it. It is defined
/// everywhere. With `λ_i = μ / (g_i − t)`, which sum to 1,
///
///     ∂Φ/∂g_i = λ_i,   Φ″ = −diag(λ²)/μ + λ² (λ²)ᵀ / (μ Σ λ²).
///
/// Reference: Nesterov and Nemirovskii, Interior-Point Polynomial Algorithms
/// in Convex Programming, 1994.
///
/// It is not a ``LeastGain`` with other numbers: that one is smoothed by
/// exponentials and exact for the right shares, whatever its sharpness; this one
/// needs no shares, and a barrier of 0 leaves it without derivatives.
package struct GuardedLeastGain: SocialWelfareFunction {
  /// What each player's gain is counted from.
  package let reference: [Double]
  /// The unit in which each player's gain is counted, positive; a player with
  /// an infinite unit does not count.
  package let units: [Double]
  /// The barrier parameter μ, positive.
  package var barrier: Double

  /// A guarded least gain.
  ///
  /// - Precondition: units and barrier are positive.
  package init(reference: [Double], units: [Double], barrier: Double) {
    precondition(
      barrier > 0 && units.allSatisfy { $0 > 0 },
      "units and barrier are positive")
    self.reference = reference
    self.units = units
    self.barrier = barrier
  }

  /// The guarded least gain.
  package func value(of payoffs: [Double]) -> Double {
    let gains = gains(of: payoffs)
    guard let floor = floor(gains) else { return -.infinity }
    return gains.reduce(floor) {
      $1 < .infinity ? $0 + barrier * Double.log($1 - floor) : $0
    }
  }

  /// `λ_i / r_i`.
  package func slopes(at payoffs: [Double]) -> [Double] {
    let shares = shares(at: payoffs)
    return shares.indices.map { shares[$0] / units[$0] }
  }

  /// The multipliers λ, which sum to 1.
  package func shares(at payoffs: [Double]) -> [Double] {
    let gains = gains(of: payoffs)
    guard let floor = floor(gains) else { return gains.map { _ in .nan } }
    return gains.map { barrier / ($0 - floor) }
  }

  /// `−λ_i² / (μ r_i²)`.
  package func curvatures(at payoffs: [Double]) -> [Double] {
    slopes(at: payoffs).map { -$0 * $0 / barrier }
  }

  /// 1: the factor is part of the vector.
  package var slopeCoupling: Double { 1 }

  /// `λ_i² / r_i · (μ Σ λ²)^−½`.
  package func coupledSlopes(at payoffs: [Double]) -> [Double] {
    let shares = shares(at: payoffs)
    let sum = shares.reduce(0) { $0 + $1 * $1 }
    let scale = 1 / (barrier * sum).squareRoot()
    return shares.indices.map {
      shares[$0] * shares[$0] * scale / units[$0]
    }
  }

  /// Each player's gain in units; infinite for those who do not count.
  package func gains(of payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      units[$0] < .infinity
        ? (payoffs[$0] - reference[$0]) / units[$0] : .infinity
    }
  }

  /// The t with `Σ μ / (g_i − t) = 1`, by Newton's method on the reciprocal of
  /// the sum, which is concave in t: it converges from below, monotonically.
  private func floor(_ gains: [Double]) -> Double? {
    var (least, count) = (Double.infinity, 0.0)
    for gain in gains where gain < .infinity {
      guard gain.isFinite else { return nil }
      least = min(least, gain)
      count += 1
    }
    guard count > 0 else { return nil }
    // The distance z from the least gain lies between μ and n μ.
    var distance = count * barrier
    for _ in 0..<Self.iterationLimit {
      var (sum, slope) = (0.0, 0.0)
      for gain in gains where gain < .infinity {
        let share = barrier / (gain - least + distance)
        sum += share
        slope += share * share
      }
      let step = barrier * sum * (1 - sum) / slope
      distance = max(barrier, distance - step)
      if abs(step) <= Self.precision * distance { break }
    }
    return least - distance
  }

  private static let iterationLimit = 100
  private static let precision = 1e-14
}
