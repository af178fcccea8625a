import Equilibria
import Games

/// The game between groups of players that decide together, told in the levels
/// of these players: where they choose imprecisely it is searched in log-odds.
///
/// A group maximises what its members earn; one that chooses imprecisely that
/// and the entropies of its choices, `Σ_i u_i + η Σ_i H(s_i/cap_i)`.
public struct GameBetweenGroups: Sendable {
  /// The game in which equilibria are searched for.
  let searched: any Game

  /// The game between groups whose variables are levels or, if it is a
  /// `LogOddsGame`, log-odds.
  init(_ searched: any Game) { self.searched = searched }

  private var odds: LogOddsGame? { searched as? LogOddsGame }

  /// The equilibria that a search finds.
  func equilibria(using search: BranchAndPrune) -> EquilibriumSet {
    var search = search
    search.multiStart = starting(search.multiStart)
    var found = search.equilibria(of: searched)
    guard let odds else { return found }
    found.equilibria = told(found.equilibria)
    found.equilibria.sort { $0.levels.lexicographicallyPrecedes($1.levels) }
    found.undecided = found.undecided.map { odds.levels($0) }
    found.tree = nil
    return found
  }

  /// What Newton's method finds from many starts; nothing is proven of it.
  ///
  /// - Parameters:
  ///   - starts: Where it starts, and how what it finds is judged.
  ///   - tolerance: See ``Games/Game/stability(at:tolerance:)``.
  /// - Returns: The distinct equilibria in lexicographic order of the variables.
  func equilibria(
    from starts: MultiStart, tolerance: Double = 1e-11
  ) -> [Equilibrium] {
    told(
      starting(starts).judged(in: searched).map { levels, regret in
        Equilibrium(
          levels: levels,
          certificate: .numerical(
            residual: regret.upper.isFinite ? regret.upper : regret.lower),
          regret: regret,
          stability: searched.stability(at: levels, tolerance: tolerance),
          index: 0)
      })
  }

  /// The regret of an equilibrium that is told in levels, the largest of all
  /// groups.
  func regret(at levels: [Double]) -> Interval {
    searched.regret(at: odds?.odds(levels) ?? levels)
  }

  /// The starts with the profiles that are given in levels.
  private func starting(_ starts: MultiStart) -> MultiStart {
    var result = starts
    result.startingProfiles = starts.startingProfiles.map {
      odds?.odds($0) ?? searched.strategies.clamped($0)
    }
    return result
  }

  private func told(_ equilibria: [Equilibrium]) -> [Equilibrium] {
    guard let odds else { return equilibria }
    return equilibria.map {
      var equilibrium = $0
      equilibrium.tell(levels: odds.levels, boxes: odds.levels)
      return equilibrium
    }
  }
}

extension ScenarioGame {
  /// The game itself, or between groups of its players.
  public func between(_ groups: [[Int]]?) -> GameBetweenGroups {
    GameBetweenGroups(groups.map { grouped($0) } ?? self)
  }
}
