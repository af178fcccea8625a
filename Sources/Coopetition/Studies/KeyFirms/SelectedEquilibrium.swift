import Equilibria
import Games

/// Which equilibrium of a cluster is meant where there are several: one of the
/// two ends in which best responses come to rest from the caps and from
/// nothing.
public enum EquilibriumEnd: String, Sendable, CaseIterable {
  /// Where best responses come to rest from the caps: with strategic
  /// complements the equilibrium in which everybody shares most.
  case highest
  /// Where they come to rest from nothing.
  case lowest
  /// That of the two of more welfare; numerical.
  case best
  /// That of the two of less welfare; numerical.
  case worst
}

extension EquilibriumEnd {
  /// How far from rest sweeps may end, in units of levels.
  fileprivate static let restTolerance = 1e-14

  /// The levels of the equilibrium.
  ///
  /// - Complexity: O(firms + links) a sweep.
  func levels(of game: some PlayedGame) -> [Double] {
    let ends: [BestResponseSweeps.Start] =
      switch self {
      case .highest: [.highest]
      case .lowest: [.lowest]
      case .best, .worst: [.highest, .lowest]
      }
    let found = ends.map {
      game.solve(BestResponseSweeps.toRest(from: $0)).levels
    }
    let welfare = found.map { game.welfare(at: $0) }
    guard let last = found.last, welfare.count > 1 else { return found[0] }
    return (welfare[0] >= welfare[1]) == (self == .best) ? found[0] : last
  }
}

extension BestResponseSweeps {
  /// Sweeps that never carry a firm beyond its best response, so that no
  /// equilibrium is passed by.
  fileprivate static func toRest(from start: Start) -> BestResponseSweeps {
    BestResponseSweeps(
      from: start, tolerance: EquilibriumEnd.restTolerance, overrelaxes: false)
  }
}

extension PlayedGame {
  /// Where best responses come to rest from some levels.
  func rest(from levels: [Double]) -> [Double] {
    solve(BestResponseSweeps.toRest(from: .lowest), from: levels).levels
  }
}
