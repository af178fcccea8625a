import Scalars

extension CoalitionalGame {
  /// Whether two coalitions never lose by joining: `w(S ∪ T) ≥ w(S) + w(T)`
  /// for disjoint S and T.
  ///
  /// Nil if the enclosures do not decide it.
  ///
  /// - Complexity: O(3ⁿ).
  public var isSuperadditive: Bool? {
    var result: Bool? = true
    for bits in 1..<worths.count where result != false {
      Coalition(bits: bits).forEachDivision { s, t in
        guard result != false else { return }
        result = .both(
          result,
          Comparison(
            worths[bits], worth(of: s) + worth(of: t),
            exact: (enclosures[bits], enclosure(of: s) + enclosure(of: t))
          ).holds)
      }
    }
    return result
  }

  /// Whether a player adds the more, the larger the coalition that it joins:
  /// `w(S∪i∪j) − w(S∪j) ≥ w(S∪i) − w(S)` (Shapley, International Journal of
  /// Game Theory 1, 1971).
  ///
  /// Nil if the enclosures do not decide it.
  ///
  /// - Complexity: O(n² 2ⁿ).
  public var isConvex: Bool? {
    var result: Bool? = true
    for bits in worths.indices {
      let s = Coalition(bits: bits)
      for i in 0..<playerCount where !s.contains(i) {
        for j in 0..<i where !s.contains(j) {
          result = .both(result, hasIncreasingDifferences(s, i, j))
          if result == false { return false }
        }
      }
    }
    return result
  }

  private func hasIncreasingDifferences(
    _ s: Coalition, _ i: Int, _ j: Int
  ) -> Bool? {
    let (withI, withJ) = (s.adding(i), s.adding(j))
    let both = withI.adding(j)
    return Comparison(
      worth(of: both) + worth(of: s), worth(of: withI) + worth(of: withJ),
      exact: (
        enclosure(of: both) + enclosure(of: s),
        enclosure(of: withI) + enclosure(of: withJ)
      )
    ).holds
  }
}
