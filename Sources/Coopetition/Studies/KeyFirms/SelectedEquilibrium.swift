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
  func levels(of game: SharingGame) -> [Double] {
    game.solve(sweeps).levels
  }
}

extension SharingGame {
  /// Where best responses come to rest from some levels.
  func rest(from levels: [Double]) -> [Double] {
    solve(EquilibriumEnd.lowest.sweeps, from: levels).levels
  }

  /// The same game with each firm of a set held at its cap.
  func committing(_ firms: some Sequence<Int>) -> SharingGame {
    var ranges = zip(strategies.lowerBounds, strategies.upperBounds)
      .map { $0...$1 }
    for firm in firms {
      ranges[firm] = ranges[firm].upperBound...ranges[firm].upperBound
    }
    var game = self
    game.strategies = StrategySpace(levels: ranges)
    return game
  }

  /// The knowledge that all firms share, `Σ_i K_i s_i`.
  func totalSharing(at levels: [Double]) -> Double {
    zip(cluster.firms, levels).reduce(0) { $0 + $1.0.knowledge * $1.1 }
  }

  /// Whether responses rise with what others share: ε ≤ 1, and no premium or a
  /// linear one. Then sweeps from the caps end in the highest equilibrium and
  /// sweeps from nothing in the lowest.
  var hasStrategicComplements: Bool {
    influences.allSatisfy { $0 == .rising || $0 == .none }
  }
}
