import Games
import Scalars

extension Attractors {
  /// How far from an equilibrium a region is looked for, at most.
  private static let reach = 0.1

  /// The equilibria of a process among many players, without matrices: regions
  /// by ``LocalContraction``, and order where the game states that it is kept.
  ///
  /// - Parameters:
  ///   - process: The process, by best responses and without noise.
  ///   - game: Its game.
  ///   - equilibria: The equilibria.
  ///   - isCoarse: Whether it is enough, where levels are at rest at a share of
  ///     10⁻⁶, to know where displaced levels end (``OrderedReturn``), which
  ///     takes the fewer periods the longer their paths are.
  /// - Complexity: A few dozen passes over the links an equilibrium.
  package init<G: AggregativeGame & RespondingGame>(
    _ process: AdjustmentProcess, of game: G, equilibria: [[Double]],
    isCoarse: Bool = false
  ) {
    precondition(
      process.adjustment.rule == .bestResponse && process.noise == 0
        && (!isCoarse || process.adjustment.order == .simultaneous),
      "levels adjust by best responses, all at once where it is coarse")
    let rate = process.adjustment.rate
    let regions = equilibria.map {
      LocalContractions(game, around: $0)?.widest(within: Self.reach)?.box
    }
    let isMonotone = game.hasRisingMarginals
    self.init(
      process, equilibria: equilibria, regions: regions,
      contractions: equilibria.map { levels in
        NetworkMultipliers(game, at: levels).map {
          1 - rate + rate * $0.loopGain()
        }
      }, isMonotone: isMonotone,
      returnTest: isCoarse && isMonotone
        ? OrderedReturn(
          game, rate: rate, equilibria: equilibria, regions: regions) : nil)
  }
}
