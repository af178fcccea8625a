import Equilibria
import Games

/// Proves of committed sets whether they tip a cluster of strategic complements.
///
/// While a set is committed the others rest at the lowest equilibrium of the
/// game in which the set has no choice; best responses to those levels are no
/// higher. Once it is released everybody rests at the highest equilibrium below
/// them. Both are enclosed (``ExtremeEquilibria``) and compared with the highest
/// equilibrium of all.
struct SeedingProof {
  private let game: any PlayedGame
  private let highest: Box
  private let target: Double?

  /// The proofs for a cluster; nil if responses may fall, or if the highest
  /// equilibrium cannot be proven to be that.
  init?(_ game: any PlayedGame, highest levels: [Double], target: Double?) {
    guard game.hasRisingMarginals,
      let highest = Self.highest(near: levels, in: game)
    else { return nil }
    (self.game, self.highest, self.target) = (game, highest, target)
  }

  /// Whether a set tips; nil if neither is proven.
  func tips(_ outcome: SeedingSearch.Outcome) -> Bool? {
    let committed = game.committing(outcome.set)
    guard let up = Self.lowest(near: outcome.up, in: committed) else {
      return nil
    }
    let end = Self.highest(near: outcome.end, in: game, below: up)
    if let end, reaches(end.map { Interval($0.lower) }, from: \.upper) {
      return true
    }
    // Who ends at all ends no higher than while the set was committed.
    let most = (end ?? up).map { Interval($0.upper) }
    return reaches(most, from: \.lower) ? nil : false
  }

  /// Whether profiles tip that end in a box: surely if they reach the upper ends
  /// of what the highest equilibrium needs, possibly if they reach the lower.
  private func reaches(
    _ levels: Box, from end: KeyPath<Interval, Double>
  ) -> Bool {
    guard let target else {
      return zip(levels, highest).allSatisfy {
        let aim = $1 - Interval(SeedingStudy.tippingTolerance)
        return $0.lower >= aim[keyPath: end]
      }
    }
    let share = Interval(target) - Interval(SeedingStudy.comparisonUnit)
    let (shared, aim) = (sharing(levels), share * sharing(highest))
    return end == \.upper
      ? shared.lower >= aim.upper : shared.upper >= aim.lower
  }

  private func sharing(_ levels: Box) -> Interval {
    zip(game.cluster.firms, levels).reduce(.zero) {
      $0 + Interval($1.0.knowledge) * $1.1
    }
  }

  private static func highest(
    near levels: [Double], in game: some PlayedGame, below bound: Box? = nil
  ) -> Box? {
    ExtremeEquilibria(of: game).highest(near: levels, below: bound)
  }

  private static func lowest(
    near levels: [Double], in game: some PlayedGame
  ) -> Box? {
    ExtremeEquilibria(of: game).lowest(near: levels)
  }
}
