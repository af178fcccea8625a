import LinearAlgebra

/// Levels that are hit by independent shocks each period while best responses
/// pull them back: `x ← A x + e`, `A = (1 − rate) I + rate B` over the free
/// players.
///
/// In the long run the covariance solves `X = A X Aᵀ + Σ`. It is summed by
/// doubling: each step doubles the number of terms of `Σ_k Aᵏ Σ (Aᵏ)ᵀ`.
///
/// Reference: Smith, SIAM Journal on Applied Mathematics 16, 1968.
package struct RandomShocks: Sendable {
  /// The standard deviation of each level.
  package let deviations: [Double]
  /// The variance of `Σ w_i x_i`.
  package let variance: Double
  /// The part of that variance that comes from the shocks to each player.
  package let origins: [Double]
  /// The sum of the variances over that of the shocks; nil without shocks.
  package let varianceGain: Double?

  /// The doublings after which terms are negligible for every stable A.
  private static let doublings = 60

  /// The long run; nil if shocks do not die out.
  ///
  /// - Parameters:
  ///   - multipliers: The slopes of best responses.
  ///   - rate: The share of the way that is gone in a period.
  ///   - deviations: The standard deviation of each player's shock.
  ///   - weights: The weights w.
  /// - Complexity: O(n³) times the logarithm of how long shocks last.
  package init?(
    _ multipliers: ResponseMultipliers, rate: Double, deviations: [Double],
    weights: [Double]
  ) {
    let free = multipliers.isFree.indices.filter { multipliers.isFree[$0] }
    let transition = multipliers.transition(of: free, rate: rate)
    let shocks = free.map { deviations[$0] * deviations[$0] }
    let seen = free.map { weights[$0] }
    guard
      let covariance = Self.sum(transition, Matrix(diagonal: shocks)),
      let influence = Self.sum(
        transition.transposed(), Matrix(column: seen, row: seen))
    else { return nil }
    var own = deviations.map { _ in 0.0 }
    var origins = own
    var (total, trace) = (0.0, 0.0)
    for (k, i) in free.enumerated() {
      own[i] = max(0, covariance[k, k]).squareRoot()
      origins[i] = shocks[k] * influence[k, k]
      trace += covariance[k, k]
      total += origins[i]
    }
    variance = total
    self.deviations = own
    self.origins = origins.map { total > 0 ? $0 / total : 0 }
    let size = shocks.reduce(0, +)
    varianceGain = size > 0 ? trace / size : nil
  }

  /// `Σ_k Aᵏ S (Aᵏ)ᵀ`; nil if it grows without bound.
  private static func sum(_ transition: Matrix, _ start: Matrix) -> Matrix? {
    var sum = start
    var power = transition
    for _ in 0..<doublings {
      let next = sum + power * sum * power.transposed()
      guard next.elements.allSatisfy(\.isFinite) else { return nil }
      if next == sum { return sum }
      sum = next
      power = power * power
    }
    return nil
  }
}

extension ResponseMultipliers {
  /// `(1 − rate) I + rate B` over some players.
  package func transition(of players: [Int], rate: Double) -> Matrix {
    var result = Matrix(rows: players.count, columns: players.count)
    for (a, i) in players.enumerated() {
      for (b, j) in players.enumerated() { result[a, b] = rate * slopes[i, j] }
      result[a, a] += 1 - rate
    }
    return result
  }
}

extension Matrix {
  /// The product of a column with a row.
  fileprivate init(column: [Double], row: [Double]) {
    self.init(rows: column.count, columns: row.count)
    for i in column.indices {
      for j in row.indices { self[i, j] = column[i] * row[j] }
    }
  }
}
