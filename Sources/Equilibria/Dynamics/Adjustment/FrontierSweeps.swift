import Games
import LinearAlgebra

/// Best responses within bounds, sweep after sweep, by those alone who read
/// somebody that moved.
///
/// Where best responses rise with what others play, levels that start from one
/// of the bounds move only away from it, and settle at the fixed point that is
/// nearest to it.
struct FrontierSweeps<G: AggregativeGame>: ~Copyable {
  /// Where levels are to come to.
  struct Mark {
    /// A level for each player.
    var levels: [Double]
    /// Whether levels come to it from below.
    var isFromBelow: Bool
  }

  /// How many players have responded.
  private(set) var work = 0

  private let network: FrontierNetwork<G>
  private let mark: Mark?
  private var profile: SweepProfile
  /// The levels of which readers know.
  private var told: [Double]
  /// The first player who has not come to the mark.
  private var behind = 0

  /// Sweeps from some levels.
  ///
  /// - Parameters:
  ///   - network: The game.
  ///   - levels: The levels.
  ///   - bounds: Bounds within those of the game.
  ///   - mark: Where sweeps end before they settle; nil for nowhere.
  init(
    _ network: FrontierNetwork<G>, from levels: [Double],
    within bounds: StrategySpace, until mark: Mark? = nil
  ) {
    self.network = network
    self.mark = mark
    profile = SweepProfile(
      network.game, at: levels, inBlocks: true, within: bounds)
    told = profile.levels
  }

  /// The levels.
  var levels: [Double] { profile.levels }
  /// Whether nobody moves any more.
  var isSettled: Bool { profile.activeCount == 0 }
  /// Whether every level has come to the mark.
  var isArrived: Bool { mark != nil && behind == told.count }
  /// Whether there is nothing more to do, or the work is to stop.
  var isOver: Bool { isSettled || isArrived || Cancellation.isRequested }

  /// Whether some level has not come to a mark.
  func isShort(of mark: Mark) -> Bool {
    profile.first(before: mark.levels, isFromBelow: mark.isFromBelow, from: 0)
      < told.count
  }

  /// Plays one sweep.
  ///
  /// - Complexity: O(players), and the links of those who respond or move.
  mutating func sweep() {
    work += profile.activeCount
    _ = profile.sweep(
      network.game, threads: network.threads(profile.activeCount),
      restMargin: .infinity)
    profile.activateReaders(
      network.readers, told: &told, stillness: network.stillness)
    guard let mark else { return }
    behind = profile.first(
      before: mark.levels, isFromBelow: mark.isFromBelow, from: behind)
  }
}

/// A game with what sweeps of those who read somebody that moved need.
struct FrontierNetwork<G: AggregativeGame>: Sendable {
  /// The game.
  let game: G
  /// Who reads whom; nil where everybody reads everybody.
  let readers: AggregateReaders?
  /// How far each level moves before those who read it are told: many small
  /// moves are told together.
  let stillness: [Double]

  /// How many players are worth a second thread.
  private static var manyPlayers: Int { 8_192 }

  /// The number of threads for some players; nil for as many as there are.
  func threads(_ players: Int) -> Int? { players < Self.manyPlayers ? 1 : nil }

  /// A game.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - stillness: How far levels move before readers are told, as a share of
  ///     the bounds' distance.
  /// - Complexity: One pass over the links.
  init(_ game: G, stillness: Double = 1e-6) {
    self.game = game
    let space = game.strategies
    readers = AggregateReaders(
      zip(game.aggregates, game.influences).compactMap { aggregate, influence in
        influence == .none ? nil : aggregate
      }, playerCount: game.playerCount)
    self.stillness = zip(space.lowerBounds, space.upperBounds).map {
      stillness * ($1 - $0)
    }
  }
}
