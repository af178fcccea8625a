import Games

/// A weighted sum of payoffs with a barrier that keeps everybody above a
/// floor: `Σ_i w_i u_i + Σ_i μ_i log(u_i − d_i)`.
///
/// With the same small μ for all its maximum is close to that of the sum among
/// the profiles that leave nobody below the floor: for n players the sum falls
/// short by at most n μ if payoffs are concave.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2006, chapter 19.
public struct GuardedSum: SocialWelfareFunction {
  /// The weight of each player, at least 0.
  public let weights: [Double]
  /// What each player is kept above.
  public let floor: [Double]
  /// The barrier parameter μ of each player; 0 for those who are not kept
  /// above anything.
  public let barriers: [Double]

  /// A sum with a barrier.
  ///
  /// - Precondition: No μ is negative.
  public init(weights: [Double], floor: [Double], barriers: [Double]) {
    precondition(
      barriers.allSatisfy { $0 >= 0 }, "barrier parameters are not negative")
    self.weights = weights
    self.floor = floor
    self.barriers = barriers
  }

  /// A sum with the same barrier parameter for all.
  ///
  /// - Precondition: μ is positive.
  public init(weights: [Double], floor: [Double], barrier: Double) {
    precondition(barrier > 0, "the barrier parameter is positive")
    self.init(
      weights: weights, floor: floor,
      barriers: floor.map { _ in barrier })
  }

  /// The weighted sum of what is earned above the floor, without barrier.
  func weightedGain(of payoffs: [Double]) -> Double {
    payoffs.indices.reduce(0) {
      $0 + weights[$1] * (payoffs[$1] - floor[$1])
    }
  }

  /// The sum with the barrier; `-∞` unless everybody is above the floor.
  public func value(of payoffs: [Double]) -> Double {
    var sum = 0.0
    for i in payoffs.indices {
      let gain = payoffs[i] - floor[i]
      sum += weights[i] * gain
      guard barriers[i] > 0 else { continue }
      guard gain > 0 else { return -.infinity }
      sum += barriers[i] * Double.log(gain)
    }
    return sum
  }

  /// Encloses the sum where everybody is above the floor.
  public func value(of payoffs: [Interval]) -> Interval {
    payoffs.indices.reduce(.zero) { sum, i in
      let gain = payoffs[i] - Interval(floor[i])
      guard barriers[i] > 0 else { return sum + Interval(weights[i]) * gain }
      let positive = Interval(
        lower: max(0, gain.lower), upper: max(0, gain.upper))
      return sum + Interval(weights[i]) * positive
        + Interval(barriers[i]) * Interval.log(positive)
    }
  }

  /// `w_i + μ_i / (u_i − d_i)`.
  public func slopes(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      barriers[$0] > 0
        ? weights[$0] + barriers[$0] / (payoffs[$0] - floor[$0]) : weights[$0]
    }
  }

  /// Encloses the slopes where the gain is positive.
  public func slopes(at payoffs: [Interval]) -> [Interval] {
    payoffs.indices.map {
      let weight = Interval(weights[$0])
      guard barriers[$0] > 0 else { return weight }
      let gain = payoffs[$0] - Interval(floor[$0])
      return gain.lower > 0 ? weight + Interval(barriers[$0]) / gain : .entire
    }
  }

  /// `−μ_i / (u_i − d_i)²`.
  public func curvatures(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      guard barriers[$0] > 0 else { return 0 }
      let gain = payoffs[$0] - floor[$0]
      return -barriers[$0] / (gain * gain)
    }
  }

  /// Encloses the curvatures where the gain is positive.
  public func curvatures(at payoffs: [Interval]) -> [Interval] {
    payoffs.indices.map {
      guard barriers[$0] > 0 else { return .zero }
      let gain = payoffs[$0] - Interval(floor[$0])
      return gain.lower > 0
        ? -Interval(barriers[$0]) / Interval.pow(gain, 2) : .entire
    }
  }
}
