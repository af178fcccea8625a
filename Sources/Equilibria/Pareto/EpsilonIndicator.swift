/// How far one set of payoff vectors falls short of another.
///
/// Reference: Zitzler, Thiele, Laumanns, Fonseca and da Fonseca, Performance
/// assessment of multiobjective optimizers, IEEE Transactions on Evolutionary
/// Computation 7, 2003.
package enum EpsilonIndicator {
  /// The least amount by which every payoff of a set has to be raised so that
  /// each vector of another is reached in every objective:
  /// `max_b min_a max_i (b_i − a_i)`; infinite if the set is empty and the
  /// other is not.
  ///
  /// - Parameters:
  ///   - payoffs: The set.
  ///   - others: What it is compared with.
  /// - Returns: The amount, in the units of the payoffs.
  /// - Precondition: All vectors have one length.
  /// - Complexity: O(n m k) for sets of n and m vectors of length k.
  package static func additive(
    of payoffs: [[Double]], against others: [[Double]]
  ) -> Double {
    others.reduce(-Double.infinity) { worst, other in
      let nearest = payoffs.reduce(Double.infinity) { best, vector in
        precondition(vector.count == other.count, "vectors of one length")
        let shortfall = zip(other, vector).reduce(-Double.infinity) {
          max($0, $1.0 - $1.1)
        }
        return min(best, shortfall)
      }
      return max(worst, nearest)
    }
  }
}
