import Games
import LinearAlgebra

/// Best responses in the game of directed sharing, level after level, until
/// nobody moves. A firm's payoff is concave in its own levels, so that it rests
/// where its marginal payoffs say so.
struct DirectedSweeps {
  let game: DirectedSharingGame
  /// The largest move at which the sweeps end, in levels.
  static let restTolerance = 1e-13
  /// The most sweeps.
  static let mostSweeps = 2000

  /// Where sweeps from some levels come to rest.
  ///
  /// - Complexity: O(links) a sweep, those of firms around whom nothing moved
  ///   left out.
  func rest(from start: [Double]) -> [Double] {
    var profile = DirectedSweepProfile(start, in: game)
    for _ in 0..<Self.mostSweeps
    where Cancellation.isRequested || sweep(&profile) <= Self.restTolerance {
      break
    }
    return profile.levels
  }

  /// Lets every firm respond once to whom it responds; returns the largest
  /// move.
  func sweep(_ profile: inout DirectedSweepProfile) -> Double {
    let respondsToAll = game.respondsToOpenness
    var standing = DirectedStanding(
      game.returns,
      open: respondsToAll ? game.clusterOpenness(at: profile.levels) : 0)
    var largest = 0.0
    for firm in 0..<game.links.firmCount
    where respondsToAll || profile.isStirred[firm] {
      largest = max(largest, profile.respond(firm, in: game, &standing))
    }
    return largest
  }
}
