import Equilibria
import Games

/// Which end of the equilibria of a cluster is meant where there are several.
public enum EquilibriumEnd: String, Sendable, CaseIterable {
  /// Where best responses come to rest from the caps: with strategic
  /// complements the equilibrium in which everybody shares most.
  case highest
  /// Where they come to rest from nothing.
  case lowest
}

extension EquilibriumEnd {
  /// How far from rest sweeps may end, in units of levels.
  static let restTolerance = 1e-14

  /// The sweeps that find the equilibrium; they never carry a firm beyond its
  /// best response, so that none is passed by.
  var sweeps: BestResponseSweeps {
    BestResponseSweeps(
      from: self == .highest ? .highest : .lowest,
      tolerance: Self.restTolerance, overrelaxes: false)
  }

  /// The levels of the equilibrium.
  ///
  /// - Complexity: O(firms + links) a sweep.
  func levels(of game: some PlayedGame) -> [Double] {
    game.solve(sweeps).levels
  }
}

extension PlayedGame {
  /// Where best responses come to rest from some levels.
  func rest(from levels: [Double]) -> [Double] {
    solve(EquilibriumEnd.lowest.sweeps, from: levels).levels
  }
}
