import Games
import LinearAlgebra

/// Who among many players the long-run variance of a sum of levels comes from,
/// when independent shocks hit all levels in every period; see ``RandomShocks``.
///
/// The part of player j is `σ_j² Σ_k ((Aᵀ)ᵏ w)_j²`, `A = (1 − rate) I + rate B`
/// over the free players, summed until what is left by the last quotient of
/// terms is negligible.
package struct NetworkOrigins: Sendable {
  /// The variance of `Σ w_i x_i`.
  package let variance: Double
  /// The part of that variance that comes from the shocks to each player.
  package let origins: [Double]

  /// What is left of the sum when it ends, relative to it.
  private static let tail = 1e-10
  /// The limit on terms.
  private static let termLimit = 10_000

  /// The long run; nil if shocks do not die out within the limit.
  ///
  /// - Parameters:
  ///   - multipliers: The slopes of best responses.
  ///   - rate: The share of the way that is gone in a period.
  ///   - deviations: The standard deviation of each player's shock.
  ///   - weights: The weights w.
  /// - Complexity: One pass over the links a term.
  package init?<G: AggregativeGame>(
    _ multipliers: NetworkMultipliers<G>, rate: Double, deviations: [Double],
    weights: [Double]
  ) {
    let isFree = multipliers.isFree
    let scale = isFree.indices.map { isFree[$0] ? deviations[$0] : 0 }
    var seen = isFree.indices.map { isFree[$0] ? weights[$0] : 0 }
    var image = seen
    var parts = seen.map { _ in 0.0 }
    let isCalm = scale.allSatisfy { $0 == 0 }
    var (total, last) = (0.0, 0.0)
    for _ in 0..<Self.termLimit where !Cancellation.isRequested {
      var term = 0.0
      for j in seen.indices {
        let part = scale[j] * scale[j] * seen[j] * seen[j]
        parts[j] += part
        term += part
      }
      guard term.isFinite else { return nil }
      total += term
      let quotient = last > 0 ? term / last : 1
      // Without shocks of its own a player is shaken by others, later.
      let isOver = total == 0 && (isCalm || seen.allSatisfy { $0 == 0 })
      if isOver
        || total > 0 && quotient < 1
          && term * quotient <= Self.tail * total * (1 - quotient)
      {
        variance = total
        origins = parts.map { total > 0 ? $0 / total : 0 }
        return
      }
      last = term
      multipliers.multiplyTransposed(seen, into: &image)
      for j in seen.indices where isFree[j] {
        seen[j] = (1 - rate) * seen[j] + rate * image[j]
      }
    }
    return nil
  }
}

extension NetworkMultipliers {
  /// The long-run variance of each player's level when independent shocks hit
  /// all levels in every period; nil if they do not die out, or if the work is
  /// to stop. See `NetworkOrigins`.
  ///
  /// - Complexity: One pass over the links a term and player.
  public func longRunVariances(
    rate: Double, deviations: [Double]
  ) -> [Double]? {
    let found = Parallel.map(isFree.count) { player -> Double? in
      guard isFree[player] else { return 0 }
      var unit = [Double](repeating: 0, count: isFree.count)
      unit[player] = 1
      return NetworkOrigins(
        self, rate: rate, deviations: deviations, weights: unit)?.variance
    }
    let variances = found.compactMap(\.self)
    return variances.count == found.count ? variances : nil
  }
}
