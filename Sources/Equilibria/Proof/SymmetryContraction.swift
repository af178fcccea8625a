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
  /// The variables of interchangeable players, each group rising.
  private let groups: [[Int]]

  /// What a game's symmetry allows.
  init<G: Game>(_ game: G) {
    groups = game.interchangeablePlayers.map { players in
      players.flatMap { Array(game.strategies.variables(of: $0)) }
    }.filter { group in
      group.count > 1
        && group.allSatisfy {
          game.strategies.interval(of: $0)
            == game.strategies.interval(of: group[0])
        }
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
    for group in groups
    where group.contains(where: { box[$0] != box[group[0]] }) {
      guard haveEqualLevels(group, in: box, of: game) else { continue }
      var common = box[group[0]]
      for v in group {
        guard let both = common.intersection(box[v]) else { return false }
        common = both
      }
      for v in group { box[v] = common }
    }
    return true
  }

  private func haveEqualLevels<G: Game>(
    _ group: [Int], in box: Box, of game: G
  ) -> Bool {
    let hull = group.reduce(box[group[0]]) { $0.hull(box[$1]) }
    var wide = box
    for v in group { wide[v] = hull }
    guard game.isDefined(over: wide) else { return false }
    var gradient = box
    var jacobian = [Interval](repeating: .zero, count: box.count * box.count)
    game.pseudoGradientEnclosure(
      over: wide, into: &gradient, jacobian: &jacobian)
    let row = group[0] * box.count
    return (jacobian[row + group[0]] - jacobian[row + group[1]]).isNegative
  }
}
