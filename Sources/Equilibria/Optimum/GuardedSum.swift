import Games

/// A weighted sum of payoffs with a barrier that keeps everybody above a
/// floor: `Σ_i w_i u_i + μ Σ_i log(u_i − d_i)`.
///
/// With a small μ its maximum is close to that of the sum among the profiles
/// that leave nobody below the floor: for n players the sum falls short by at
/// most n μ if payoffs are concave.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2006, chapter 19.
public struct GuardedSum: SocialWelfareFunction {
  /// The weight of each player, at least 0.
  public let weights: [Double]
  /// What each player is kept above.
  public let floor: [Double]
  /// The barrier parameter μ, positive.
  public let barrier: Double

  /// A sum with a barrier.
  ///
  /// - Precondition: μ is positive.
  public init(weights: [Double], floor: [Double], barrier: Double) {
    precondition(barrier > 0, "the barrier parameter is positive")
    self.weights = weights
    self.floor = floor
    self.barrier = barrier
  }

  /// The sum with the barrier; `-∞` unless everybody is above the floor.
  public func value(of payoffs: [Double]) -> Double {
    var sum = 0.0
    for i in payoffs.indices {
      let gain = payoffs[i] - floor[i]
      guard gain > 0 else { return -.infinity }
      sum += weights[i] * gain + barrier * Double.log(gain)
    }
    return sum
  }

  /// Encloses the sum where everybody is above the floor.
  public func value(of payoffs: [Interval]) -> Interval {
    payoffs.indices.reduce(.zero) { sum, i in
      let gain = payoffs[i] - Interval(floor[i])
      let positive = Interval(
        lower: max(0, gain.lower), upper: max(0, gain.upper))
      return sum + Interval(weights[i]) * positive
        + Interval(barrier) * Interval.log(positive)
    }
  }

  /// `w_i + μ / (u_i − d_i)`.
  public func slopes(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map { weights[$0] + barrier / (payoffs[$0] - floor[$0]) }
  }

  /// Encloses the slopes where the gain is positive.
  public func slopes(at payoffs: [Interval]) -> [Interval] {
    payoffs.indices.map {
      let gain = payoffs[$0] - Interval(floor[$0])
      return gain.lower > 0
        ? Interval(weights[$0]) + Interval(barrier) / gain : .entire
    }
  }

  /// `−μ / (u_i − d_i)²`.
  public func curvatures(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      let gain = payoffs[$0] - floor[$0]
      return -barrier / (gain * gain)
    }
  }

  /// Encloses the curvatures where the gain is positive.
  public func curvatures(at payoffs: [Interval]) -> [Interval] {
    payoffs.indices.map {
      let gain = payoffs[$0] - Interval(floor[$0])
      return gain.lower > 0
        ? -Interval(barrier) / Interval.pow(gain, 2) : .entire
    }
  }
}
