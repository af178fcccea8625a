import Games
import Scalars

/// Levels as log-odds: `z = log(x/(c − x))`, x in (0, c).
package enum LogOdds {
  /// The level of log-odds, `c/(1 + exp(−z))`.
  static func level(_ z: Double, cap: Double) -> Double {
    z >= 0
      ? cap / (1 + Double.exp(-z)) : cap * Double.exp(z) / (1 + Double.exp(z))
  }

  /// An enclosure of the levels, which rise with log-odds.
  static func level(_ z: Interval, cap: Double) -> Interval {
    let bound = Interval(lower: 0, upper: cap)
    guard z.isBounded else { return bound }
    let low = Interval(cap) / (1 + Interval.exp(-Interval(z.lower)))
    let high = Interval(cap) / (1 + Interval.exp(-Interval(z.upper)))
    return low.hull(high).intersection(bound) ?? bound
  }

  /// The entropy of choice `H(y) = −y log y − (1 − y) log(1 − y)` at the share
  /// `y = 1/(1 + exp(−z))`.
  static func entropy<S: Scalar>(of z: S) -> S {
    let odds = S.max(z, -z)
    let rest = S.exp(-odds)
    return S.log(onePlus: rest) + odds * rest / (1 + rest)
  }

  /// An enclosure of the entropy of choice, which falls on either side of 0.
  static func entropy(over z: Interval) -> Interval {
    let most: Interval = entropy(of: .zero)
    guard z.isBounded else { return most.hull(.zero) }
    let ends = entropy(of: Interval(z.lower))
      .hull(entropy(of: Interval(z.upper)))
    return z.overlaps(.zero) ? ends.hull(most) : ends
  }

  /// An enclosure of the share `y = 1/(1 + exp(−z))`.
  private static func share(_ z: Interval) -> Interval { level(z, cap: 1) }

  /// An enclosure of `y (1 − y)`, the slope of the share, which falls on either
  /// side of 0.
  private static func slope(_ z: Interval) -> Interval {
    func slope(at end: Double) -> Interval {
      share(Interval(end)) * share(Interval(-end))
    }
    guard z.isBounded else { return Interval(lower: 0, upper: 0.25) }
    let ends = slope(at: z.lower).hull(slope(at: z.upper))
    return z.overlaps(.zero) ? ends.hull(Interval(0.25)) : ends
  }

  /// What a player with several log-odds maximises, with its slopes and
  /// curvatures in them, from its conditions G, which are the slopes divided by
  /// `y_v (1 − y_v)`:
  ///
  ///     ∂²u/∂z_v∂z_w = y_v (1 − y_v) (∂G_v/∂z_w + δ_vw (1 − 2 y_v) G_v).
  ///
  /// - Parameters:
  ///   - odds: The player's log-odds.
  ///   - payoff: What it earns.
  ///   - noise: The noise, which weighs the entropy of each choice.
  ///   - conditions: G, one for each of its log-odds.
  ///   - jacobian: The slopes of G in them, row by row.
  /// - Returns: Enclosures of the payoff with the entropy.
  package static func ownEnclosure(
    over odds: Box, payoff: Interval, noise: Interval,
    conditions: [Interval], jacobian: [Interval]
  ) -> OwnEnclosure {
    let slopes = odds.map(slope)
    func curvature(_ v: Int, _ w: Int) -> Interval {
      let steeper =
        v == w ? (1 - 2 * share(odds[v])) * conditions[v] : .zero
      return slopes[v] * (jacobian[v * odds.count + w] + steeper)
    }
    // Either order gives the same number; the smaller factor errs less.
    let hessian = odds.indices.flatMap { v in
      odds.indices.map { w in
        let (here, there) = (curvature(v, w), curvature(w, v))
        return here.intersection(there) ?? here
      }
    }
    return OwnEnclosure(
      value: payoff
        + noise * odds.reduce(.zero) { $0 + entropy(over: $1) },
      gradient: zip(slopes, conditions).map { $0 * $1 }, hessian: hessian)
  }

  /// The log-odds of a level strictly between 0 and the cap.
  static func odds(_ level: Double, cap: Double) -> Double {
    Double.log(level / (cap - level))
  }
}
