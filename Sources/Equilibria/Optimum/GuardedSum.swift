import Games

/// A weighted sum of payoffs with a barrier that keeps everybody above a
/// floor: `Σ_i w_i u_i + Σ_i μ_i log(u_i − d_i)`.
///
/// With the same small μ for all its maximum is close to that of the sum among
/// the profiles that leave nobody below the floor: for n players the sum falls
/// short by at most n μ if payoffs are concave. With weights of 0 it is the
/// logarithm of the Nash product, the μ being bargaining power.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2006, chapter 19;
/// Nash, The bargaining problem, Econometrica 18, 1950; with weights: Kalai,
/// Nonsymmetric Nash solutions, International Journal of Game Theory 6, 1977.
package struct GuardedSum: SocialWelfareFunction {
  /// The weight of each player, at least 0.
  package let weights: [Double]
  /// What each player is kept above.
  package let floor: [Double]
  /// The barrier parameter μ of each player; 0 for those who are not kept
  /// above anything.
  package let barriers: [Double]

  /// A sum with a barrier.
  ///
  /// - Precondition: No μ is negative.
  package init(weights: [Double], floor: [Double], barriers: [Double]) {
    precondition(
      barriers.allSatisfy { $0 >= 0 }, "barrier parameters are not negative")
    self.weights = weights
    self.floor = floor
    self.barriers = barriers
  }

  /// A sum with the same barrier parameter for all.
  ///
  /// - Precondition: μ is positive.
  package init(weights: [Double], floor: [Double], barrier: Double) {
    precondition(barrier > 0, "the barrier parameter is positive")
    self.init(
      weights: weights, floor: floor,
      barriers: floor.map { _ in barrier })
  }

  /// The logarithm of the Nash product, `Σ_i w_i log(u_i − d_i)`; weights of 1
  /// if none are given.
  ///
  /// - Precondition: The weights are positive.
  package static func product(
    over disagreement: [Double], weights: [Double]? = nil
  ) -> GuardedSum {
    let powers = weights ?? disagreement.map { _ in 1 }
    precondition(powers.allSatisfy { $0 > 0 }, "bargaining power is positive")
    return GuardedSum(
      weights: powers.map { _ in 0 }, floor: disagreement, barriers: powers)
  }

  /// The weighted sum of what is earned above the floor, without barrier.
  func weightedGain(of payoffs: [Double]) -> Double {
    payoffs.indices.reduce(0) {
      $0 + weights[$1] * (payoffs[$1] - floor[$1])
    }
  }

  /// The sum with the barrier; `-∞` unless everybody is above the floor.
  package func value(of payoffs: [Double]) -> Double {
    var sum = 0.0
    for i in payoffs.indices {
      let gain = payoffs[i] - floor[i]
      if weights[i] != 0 { sum += weights[i] * gain }
      guard barriers[i] > 0 else { continue }
      guard gain > 0 else { return -.infinity }
      sum += barriers[i] * Double.log(gain)
    }
    return sum
  }

  /// Encloses the sum where everybody is above the floor; `-∞` elsewhere.
  ///
  /// A weight of 0 adds nothing, since even a sum with zero is widened.
  package func value(of payoffs: [Interval]) -> Interval {
    var sum = Interval.zero
    for i in payoffs.indices {
      var gain = payoffs[i] - Interval(floor[i])
      if barriers[i] > 0 {
        guard gain.upper > 0 else {
          return Interval(lower: -.infinity, upper: -.infinity)
        }
        gain = Interval(lower: max(0, gain.lower), upper: gain.upper)
        sum += Interval(barriers[i]) * Interval.log(gain)
      }
      if weights[i] != 0 { sum += Interval(weights[i]) * gain }
    }
    return sum
  }

  /// `w_i + μ_i / (u_i − d_i)`.
  package func slopes(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      barriers[$0] > 0
        ? weights[$0] + barriers[$0] / (payoffs[$0] - floor[$0]) : weights[$0]
    }
  }

  /// Encloses the slopes where the gain is positive.
  package func slopes(at payoffs: [Interval]) -> [Interval] {
    payoffs.indices.map {
      let weight = Interval(weights[$0])
      guard barriers[$0] > 0 else { return weight }
      let gain = payoffs[$0] - Interval(floor[$0])
      guard gain.lower > 0 else { return .entire }
      let slope = Interval(barriers[$0]) / gain
      return weights[$0] == 0 ? slope : weight + slope
    }
  }

  /// `−μ_i / (u_i − d_i)²`.
  package func curvatures(at payoffs: [Double]) -> [Double] {
    payoffs.indices.map {
      guard barriers[$0] > 0 else { return 0 }
      let gain = payoffs[$0] - floor[$0]
      return -barriers[$0] / (gain * gain)
    }
  }

  /// Encloses the curvatures where the gain is positive.
  package func curvatures(at payoffs: [Interval]) -> [Interval] {
    payoffs.indices.map {
      guard barriers[$0] > 0 else { return .zero }
      let gain = payoffs[$0] - Interval(floor[$0])
      return gain.lower > 0
        ? -Interval(barriers[$0]) / Interval.pow(gain, 2) : .entire
    }
  }

  /// The sum of the barriers of a product: a difference of logarithms is
  /// relative by itself.
  package var leastSize: Double {
    weights.contains { $0 != 0 } ? 1e-12 : barriers.reduce(0, +)
  }
}
