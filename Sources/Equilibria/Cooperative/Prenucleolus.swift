/// The allocation of the worth of all players that makes the most dissatisfied
/// coalition as content as possible, then the next, and so on; equal to the
/// nucleolus if the game is superadditive.
///
/// One linear program a stage: coalitions with positive multipliers have the
/// same excess in every solution, so their shares become equations of the next
/// stage. Each stage settles at least one more share.
///
/// Reference: Schmeidler, The nucleolus of a characteristic function game,
/// 1969; Maschler, Peleg and Shapley, Geometric properties of the kernel,
/// nucleolus, and related solution concepts, 1979.
package struct Prenucleolus: Sendable {
  /// A share for each player.
  package let shares: [Double]
  /// The least ε for which an allocation gives every coalition but that of
  /// all players its worth less ε: at most 0 if the core is not empty.
  package let leastCore: Double
  /// Coalitions and multipliers of the first stage; they sum to 1, and every
  /// player is in coalitions of the same total.
  let weights: [(coalition: Coalition, multiplier: Double)]
  /// Whether Kohlberg's criterion holds, in numbers: the coalitions that
  /// complain at least so much are balanced, whatever much is.
  package let meetsKohlberg: Bool
}

extension CoalitionalGame {
  /// The prenucleolus, its least core on the way.
  ///
  /// - Complexity: At most n linear programs of n + 1 variables, and a few
  ///   passes over the 2ⁿ coalitions for each.
  /// - Returns: Nil if a linear program was not solved.
  package func prenucleolus() -> Prenucleolus? {
    var span = CoalitionSpan(playerCount: playerCount)
    span.add(everybody, share: worth(of: everybody))
    var first: LeastExcess.Solution?
    while !span.free.isEmpty {
      guard let stage = LeastExcess(self, span).solution(),
        !stage.tight.isEmpty
      else { return nil }
      first = first ?? stage
      for (coalition, _) in stage.tight {
        span.add(coalition, share: worth(of: coalition) - stage.excess)
      }
    }
    let shares = span.allocation(free: [])
    return Prenucleolus(
      shares: shares, leastCore: first?.excess ?? 0,
      weights: first?.tight ?? [],
      meetsKohlberg: KohlbergCriterion(self, shares: shares).holds)
  }
}
