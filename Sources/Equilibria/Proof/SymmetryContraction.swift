import Games

/// Shrinks a box by what interchangeable players must have in common.
///
/// Let i and j be interchangeable, and `F_i(a, b)` the marginal payoff of i at
/// the own level a, j's level b and any levels of the others, so that j's is
/// `F_j(a, b) = F_i(b, a)`. At an equilibrium with a > b, i could choose less
/// and j more, hence `F_i ≥ 0 ≥ F_j`; but
///
///     F_i(a, b) − F_i(b, a) = (a − b) ∫₀¹ (∂F_i/∂x_i − ∂F_i/∂x_j) dt < 0
///
/// where the own slope lies below the cross slope. Over a box that is the same
/// for all of a group such players have equal levels, and a search over ten of
/// them is one over a single number.
struct SymmetryContraction {
  /// A group of interchangeable players with one variable each.
  private struct Group {
    var players: [Int]
    var variables: [Int]
  }

  private let groups: [Group]

  /// What a game's symmetry allows.
  init<G: Game>(_ game: G) {
    let space = game.strategies
    groups = game.interchangeablePlayers.compactMap { players in
      let variables = players.flatMap { Array(space.variables(of: $0)) }
      let isAlike = variables.allSatisfy {
        space.interval(of: $0) == space.interval(of: variables[0])
      }
      return players.count > 1 && variables.count == players.count && isAlike
        ? Group(players: players, variables: variables) : nil
    }
  }

  /// Cuts the intervals of each group to what they have in common, where they
  /// are proven to be equal.
  ///
  /// - Parameters:
  ///   - box: A part of the strategy space on which payoffs are defined.
  ///   - game: The game.
  /// - Returns: False if it is proven that no equilibrium lies in the box.
  func contract<G: Game>(_ box: inout Box, of game: G) -> Bool {
    for group in groups {
      let first = box[group.variables[0]]
      guard group.variables.contains(where: { box[$0] != first }),
        haveEqualLevels(group, in: box, of: game)
      else { continue }
      var common = first
      for v in group.variables {
        guard let both = common.intersection(box[v]) else { return false }
        common = both
      }
      for v in group.variables { box[v] = common }
    }
    return true
  }

  private func haveEqualLevels<G: Game>(
    _ group: Group, in box: Box, of game: G
  ) -> Bool {
    var wide = box
    let hull = group.variables.reduce(box[group.variables[0]]) {
      $0.hull(box[$1])
    }
    for v in group.variables { wide[v] = hull }
    return game.isDefined(over: wide)
      && game.fallsFasterInOwnLevel(
        of: group.players[0], than: group.players[1], over: wide)
  }
}
