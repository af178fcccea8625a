import Games

/// The weighted sum of all payoffs, `Σ_i w_i u_i`.
///
/// A type of its own beside ``GuardedSum``: its slopes are the same everywhere,
/// nothing is deducted, which would widen intervals, and for a million players
/// it holds one array instead of three.
package struct Utilitarian: SocialWelfareFunction {
  /// The weight of each player.
  package let weights: [Double]

  /// A sum with the given weights.
  package init(weights: [Double]) { self.weights = weights }

  /// The weighted sum.
  package func value(of payoffs: [Double]) -> Double {
    zip(weights, payoffs).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The weighted sum.
  package func value(of payoffs: [Interval]) -> Interval {
    zip(weights, payoffs).reduce(.zero) { $0 + Interval($1.0) * $1.1 }
  }

  /// The weights.
  package func slopes(at payoffs: [Double]) -> [Double] { weights }

  /// The weights.
  package func slopes(at payoffs: [Interval]) -> [Interval] {
    weights.map { Interval($0) }
  }

  /// Zero.
  package func curvatures(at payoffs: [Double]) -> [Double] {
    payoffs.map { _ in 0 }
  }

  /// Zero.
  package func curvatures(at payoffs: [Interval]) -> [Interval] {
    payoffs.map { _ in .zero }
  }

  /// The weights.
  package var constantSlopes: [Double]? { weights }
}
