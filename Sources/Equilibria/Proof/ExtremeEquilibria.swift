import Games
import LinearAlgebra

/// Encloses the highest and the lowest equilibrium of a game of strategic
/// complements.
///
/// Best responses map a box around an equilibrium into itself
/// (``LocalContraction``), so that best responses to its lower corner y are no
/// lower than y. Then there is an equilibrium above y, and the highest one is
/// (Tarski). What ``Contraction`` leaves of all profiles above y holds it; if
/// that lies where the equilibrium of the box is alone, the highest equilibrium
/// is this one. Of the lowest likewise, with the upper corner.
///
/// Reference: Milgrom and Roberts, Econometrica 58, 1990, 1255-1277; Tarski,
/// Pacific Journal of Mathematics 5, 1955, 285-309.
package struct ExtremeEquilibria<G: AggregativeGame> {
  private let game: G

  /// One sweep that shrinks the profiles beyond a corner.
  private static var sweep: Contraction { Contraction(sweepLimit: 1) }
  /// The limit on sweeps, and the share of its width that one must cut off of
  /// some interval to be followed by another one.
  private static var sweepLimit: Int { 10_000 }
  private static var leastGain: Double { 1e-3 }
  /// How far the box in which an equilibrium is alone may reach, in levels.
  private static var reach: Double { 1e-3 }

  /// The equilibria of a game.
  ///
  /// - Precondition: no marginal payoff falls when another player's level rises.
  package init(of game: G) { self.game = game }

  /// Encloses the highest equilibrium, or the highest below a profile z to which
  /// best responses are no higher than z.
  ///
  /// - Parameters:
  ///   - levels: A profile, very near the equilibrium.
  ///   - bound: What z lies in; nil for the upper bounds.
  /// - Returns: A box that holds it; nil if it could not be proven.
  /// - Complexity: One pass over the links for each sweep of contraction, and a
  ///   few dozen for the box.
  package func highest(
    near levels: [Double], below bound: Box? = nil
  ) -> Box? {
    let bound = bound ?? game.strategies.upperBounds.map { Interval($0) }
    return box(near: levels) { corner, level in
      guard corner.lower <= bound[level].lower else { return nil }
      return Interval(lower: corner.lower, upper: bound[level].upper)
    }
  }

  /// Encloses the lowest equilibrium, likewise.
  package func lowest(near levels: [Double]) -> Box? {
    let lower = game.strategies.lowerBounds
    return box(near: levels) { corner, level in
      Interval(lower: lower[level], upper: corner.upper)
    }
  }

  /// The narrow box around an equilibrium if contraction leads there from all
  /// profiles beyond a corner of the box in which it is alone.
  private func box(
    near levels: [Double], beyond: (Interval, Int) -> Interval?
  ) -> Box? {
    guard let contractions = LocalContractions(game, around: levels),
      let alone = contractions.widest(within: Self.reach),
      let near = contractions.narrowest
    else { return nil }
    var rest: Box = []
    for (level, side) in alone.box.enumerated() {
      guard let side = beyond(side, level) else { return nil }
      rest.append(side)
    }
    return leads(rest, into: alone.box) ? near.box : nil
  }

  /// Whether contraction leads from a box into another one.
  private func leads(_ start: Box, into end: Box) -> Bool {
    var (rest, sweeps) = (start, 0)
    while !end.contains(rest) {
      let before = rest
      guard sweeps < Self.sweepLimit, !Cancellation.isRequested,
        Self.sweep.contract(&rest, of: game, sweeps: &sweeps) == .box,
        zip(before, rest).contains(where: {
          $1.width < (1 - Self.leastGain) * $0.width
        })
      else { return false }
    }
    return true
  }
}
