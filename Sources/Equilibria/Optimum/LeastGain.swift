import Games

/// A smooth stand-in for the least gain, `min_i (u_i − a_i) / r_i`:
///
///     Φ(u) = −(1/k) log Σ_i λ_i exp(−k (u_i − a_i) / r_i),   Σ λ = 1.
///
/// It lies between the least gain and the least gain plus `−log(λ)/k`. With
/// the shares λ equal to the multipliers of the constraints at a maximum of
/// the least gain, that maximum is one of Φ for every sharpness k.
///
/// Reference: Bertsekas, Constrained Optimization and Lagrange Multiplier
/// Methods, 1982, chapter 5 (the exponential method of multipliers).
package struct LeastGain: SocialWelfareFunction {
  /// What each player's gain is counted from.
  package let reference: [Double]
  /// The unit in which each player's gain is counted, positive.
  package let units: [Double]
  /// The share λ of each player.
  package var shares: [Double]
  /// The sharpness k.
  package var sharpness: Double

  /// A smooth least gain.
  ///
  /// - Precondition: the units are positive.
  package init(
    reference: [Double], units: [Double], shares: [Double], sharpness: Double
  ) {
    precondition(units.allSatisfy { $0 > 0 }, "units are positive")
    self.reference = reference
    self.units = units
    self.shares = shares
    self.sharpness = sharpness
  }

  /// Each player's gain in units.
  package func gains(of payoffs: [Double]) -> [Double] {
    payoffs.indices.map { (payoffs[$0] - reference[$0]) / units[$0] }
  }

  /// The smooth least gain.
  package func value(of payoffs: [Double]) -> Double {
    let gains = gains(of: payoffs)
    guard let least = gains.min() else { return 0 }
    return least - Double.log(sum(gains, above: least)) / sharpness
  }

  /// The shares at given payoffs: `λ_i exp(−k g_i)`, scaled to sum to 1.
  package func shares(at payoffs: [Double]) -> [Double] {
    let gains = gains(of: payoffs)
    guard let least = gains.min() else { return [] }
    let total = sum(gains, above: least)
    return gains.indices.map {
      shares[$0] * Double.exp(sharpness * (least - gains[$0])) / total
    }
  }

  /// The shares at the payoffs over the units.
  package func slopes(at payoffs: [Double]) -> [Double] {
    let shares = shares(at: payoffs)
    return shares.indices.map { shares[$0] / units[$0] }
  }

  /// `−k` times the shares over the units squared.
  package func curvatures(at payoffs: [Double]) -> [Double] {
    let shares = shares(at: payoffs)
    return shares.indices.map {
      -sharpness * shares[$0] / (units[$0] * units[$0])
    }
  }

  /// The sharpness k.
  package var slopeCoupling: Double { sharpness }

  private func sum(_ gains: [Double], above least: Double) -> Double {
    gains.indices.reduce(0) {
      $0 + shares[$1] * Double.exp(sharpness * (least - gains[$1]))
    }
  }
}
