/// Sweeps of best responses of firms that share with each partner or tier, one
/// by one: for benchmarks, which time them. Clients solve scenarios.
@_spi(Benchmarks)
public struct DirectedSweepTrial {
  private let sweeps: DirectedSweeps
  private var profile: DirectedSweepProfile

  /// Sweeps of a cluster's game from the caps.
  ///
  /// - Throws: `ScenarioError` if the cluster is not admissible, or sets what
  ///   only the standard game knows.
  public init(_ cluster: Cluster) throws(ScenarioError) {
    let game = try DirectedSharingGame(cluster)
    sweeps = DirectedSweeps(game: game)
    profile = DirectedSweepProfile(game.strategies.upperBounds, in: game)
  }

  /// How many levels there are.
  public var levelCount: Int { profile.levels.count }

  /// Begins anew, from the caps or from nothing.
  public mutating func start(fromCaps: Bool) {
    let space = sweeps.game.strategies
    profile = DirectedSweepProfile(
      fromCaps ? space.upperBounds : space.lowerBounds, in: sweeps.game)
  }

  /// Plays a sweep; returns the largest move.
  public mutating func sweep() -> Double { sweeps.sweep(&profile) }
}
