import Games
import LinearAlgebra

/// Periods of best responses of all at the same time, by those alone who are on
/// their way or read somebody that moved.
struct FrontierPeriods<G: AggregativeGame>: ~Copyable {
  private let network: FrontierNetwork<G>
  /// The share of the way to the best response a period.
  private let rate: Double
  private var profile: SweepProfile
  /// The levels of which readers know.
  private var told: [Double]
  private var replies: [Double]

  /// The periods after some levels.
  init(_ network: FrontierNetwork<G>, from levels: [Double], rate: Double) {
    self.network = network
    self.rate = rate
    profile = SweepProfile(network.game, at: levels, inBlocks: true)
    told = profile.levels
    replies = told
  }

  /// The levels.
  var levels: [Double] { profile.levels }
  /// Whether nobody moves any more.
  var isAtRest: Bool { profile.activeCount == 0 }

  /// Moves the levels to the next period.
  ///
  /// - Complexity: O(players), and the links of those who respond or move.
  mutating func advance() {
    profile.moveTogether(
      network.game, rate: rate, threads: network.threads(profile.activeCount),
      replies: &replies)
    profile.activateReaders(
      network.readers, told: &told, stillness: network.stillness,
      replies: replies)
  }
}
