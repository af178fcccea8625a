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
  /// - Complexity: A few dozen passes over the links an equilibrium.
  public init<G: AggregativeGame & RespondingGame>(
    _ process: AdjustmentProcess, of game: G, equilibria: [[Double]]
  ) {
    precondition(
      process.adjustment.rule == .bestResponse && process.noise == 0,
      "levels adjust by best responses")
    let rate = process.adjustment.rate
    self.init(
      process, equilibria: equilibria,
      regions: equilibria.map {
        LocalContractions(game, around: $0)?.widest(within: Self.reach)?.box
      },
      contractions: equilibria.map { levels in
        NetworkMultipliers(game, at: levels).map {
          1 - rate + rate * $0.loopGain()
        }
      }, isMonotone: game.hasRisingMarginals)
  }
}
