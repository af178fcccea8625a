import Scalars

/// Weights of coalitions that give every player a total of exactly 1: if their
/// weighted worths exceed that of all players, no allocation can satisfy
/// everybody (Bondareva 1963, Shapley 1967).
package struct BalancedWeights: Sendable {
  /// A coalition with its weight, a ratio of whole numbers.
  package struct Weight: Sendable {
    /// The coalition.
    package let coalition: Coalition
    /// The numerator of its weight, above 0.
    package let numerator: Int
    /// The denominator of its weight, above 0.
    package let denominator: Int
  }

  /// The coalitions with positive weight.
  package let weights: [Weight]

  /// The weights of some coalitions, if exactly one choice is balanced and all
  /// are positive.
  ///
  /// The equations `Σ_{S∋i} λ_S = 1` are solved without rounding, in whole
  /// numbers (Bareiss 1968).
  init?(balancing coalitions: [Coalition], playerCount: Int) {
    var rows = (0..<playerCount).map { player in
      coalitions.map { $0.contains(player) ? 1 : 0 } + [1]
    }
    guard let denominator = rows.eliminate(columns: coalitions.count) else {
      return nil
    }
    var weights: [Weight] = []
    for (k, coalition) in coalitions.enumerated() {
      let numerator = rows[k][coalitions.count] * denominator.signum()
      guard numerator > 0 else { return nil }
      let divisor = greatestCommonDivisor(numerator, abs(denominator))
      weights.append(
        Weight(
          coalition: coalition, numerator: numerator / divisor,
          denominator: abs(denominator) / divisor))
    }
    self.weights = weights
  }

  /// Contains the weighted sum of the worths of a game.
  package func total(of game: CoalitionalGame) -> Interval {
    weights.reduce(.zero) { sum, weight in
      sum + game.enclosure(of: weight.coalition)
        * Interval(Double(weight.numerator))
        / Interval(Double(weight.denominator))
    }
  }
}

extension [[Int]] {
  /// Solves equations with one right-hand side by elimination without
  /// fractions; the k-th unknown is the last number of row k over the result.
  ///
  /// - Returns: The common denominator; nil if the solution is not unique or
  ///   none, or if a number becomes too large.
  fileprivate mutating func eliminate(columns: Int) -> Int? {
    var previous = 1
    for k in 0..<columns {
      guard let pivot = indices.first(where: { $0 >= k && self[$0][k] != 0 })
      else { return nil }
      swapAt(k, pivot)
      let head = self[k]
      for i in indices where i != k {
        let factor = self[i][k]
        for j in head.indices {
          let (a, first) = head[k].multipliedReportingOverflow(by: self[i][j])
          let (b, second) = factor.multipliedReportingOverflow(by: head[j])
          guard !first, !second else { return nil }
          self[i][j] = (a - b) / previous
        }
      }
      previous = head[k]
    }
    return dropFirst(columns).allSatisfy { $0[columns] == 0 } ? previous : nil
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
