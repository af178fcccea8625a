import Games

/// The logarithm of the Nash product, `Σ_i w_i log(u_i − d_i)`.
///
/// Reference: Nash, The bargaining problem, Econometrica 18, 1950; with
/// weights: Kalai, Nonsymmetric Nash solutions, International Journal of Game
/// Theory 6, 1977.
public struct NashProduct: SocialWelfareFunction {
  /// What each player gets if no agreement is reached.
  public let disagreement: [Double]
  /// The bargaining power of each player.
  public let weights: [Double]

  /// A Nash product over a disagreement; weights of 1 if none are given.
  ///
  /// - Precondition: the weights are positive.
  public init(disagreement: [Double], weights: [Double]? = nil) {
    self.disagreement = disagreement
    self.weights = weights ?? disagreement.map { _ in 1 }
    precondition(
      self.weights.allSatisfy { $0 > 0 }, "bargaining power is positive")
  }

  /// The sum of logarithms; `-∞` unless everybody gains.
  public func value(of payoffs: [Double]) -> Double {
    var sum = 0.0
    for i in payoffs.indices {
      let gain = payoffs[i] - disagreement[i]
      guard gain > 0 else { return -.infinity }
      sum += weights[i] * Double.log(gain)
    }
    return sum
  }

  /// Encloses the sum where everybody gains; `-∞` elsewhere.
  public func value(of payoffs: [Interval]) -> Interval {
    var sum = Interval.zero
    for gain in gains(payoffs).enumerated() {
      guard gain.element.upper > 0 else {
        return Interval(lower: -.infinity, upper: -.infinity)
      }
      let positive = Interval(
        lower: max(0, gain.element.lower), upper: gain.element.upper)
      sum += Interval(weights[gain.offset]) * Interval.log(positive)
    }
    return sum
  }

  /// `w_i / (u_i − d_i)`.
  public func slopes(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map { weights[$0] / (payoffs[$0] - disagreement[$0]) }
  }

  /// Encloses `w_i / (u_i − d_i)` where the gain is positive.
  public func slopes(at payoffs: [Interval]) -> [Interval] {
    zip(weights, gains(payoffs)).map { weight, gain in
      gain.lower > 0 ? Interval(weight) / gain : .entire
    }
  }

  /// `−w_i / (u_i − d_i)²`.
  public func curvatures(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      let gain = payoffs[$0] - disagreement[$0]
      return -weights[$0] / (gain * gain)
    }
  }

  /// Encloses `−w_i / (u_i − d_i)²` where the gain is positive.
  public func curvatures(at payoffs: [Interval]) -> [Interval] {
    zip(weights, gains(payoffs)).map { weight, gain in
      gain.lower > 0 ? -Interval(weight) / Interval.pow(gain, 2) : .entire
    }
  }

  /// A difference of logarithms is relative by itself: the sum of the weights.
  public var leastSize: Double { weights.reduce(0, +) }

  private func gains(_ payoffs: [Interval]) -> [Interval] {
    zip(payoffs, disagreement).map { $0 - Interval($1) }
  }
}
