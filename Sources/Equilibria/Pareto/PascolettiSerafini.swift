import Games

/// A point of the Pareto front sought along a direction: the profile that
/// takes everybody as far as possible from a reference,
///
///     max t   subject to   u_i(x) ≥ a_i + t r_i for every i.
///
/// Every Pareto-optimal profile solves it for some reference, whatever the
/// positive direction and however the front is curved; weighted sums reach
/// the convex part only.
///
/// Reference: Pascoletti and Serafini, Scalarizing vector optimization
/// problems, Journal of Optimization Theory and Applications 42, 1984; with
/// references on the line between the anchors this is the normal boundary
/// intersection of Das and Dennis, SIAM Journal on Optimization 8, 1998.
package struct PascolettiSerafini: Sendable, Equatable {
  /// The reference a, one payoff for each player.
  package var reference: [Double]
  /// The direction r, positive.
  package var direction: [Double]

  /// A problem with a reference and a direction.
  ///
  /// - Precondition: the direction is positive.
  package init(reference: [Double], direction: [Double]) {
    precondition(
      direction.allSatisfy { $0 > 0 }, "the direction is positive")
    self.reference = reference
    self.direction = direction
  }

  /// How far payoffs lie from the reference: the least `(u_i − a_i) / r_i`.
  package func advance(of payoffs: [Double]) -> Double {
    var least = Double.infinity
    for i in payoffs.indices {
      least = min(least, (payoffs[i] - reference[i]) / direction[i])
    }
    return least
  }

  /// How far the payoffs exceed what their advance asks for: the greatest
  /// `(u_i − a_i) / r_i` less the least; 0 where all constraints bind.
  func slack(of payoffs: [Double]) -> Double {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for i in payoffs.indices {
      let gain = (payoffs[i] - reference[i]) / direction[i]
      least = min(least, gain)
      greatest = max(greatest, gain)
    }
    return greatest - least
  }
}
