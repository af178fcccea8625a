extension EquilibriumSet {
  /// The equilibrium in which every variable has the same level, to within
  /// rounding; nil if none was found.
  var symmetric: Equilibrium? {
    equilibria.first { equilibrium in
      guard let least = equilibrium.levels.min(),
        let most = equilibrium.levels.max()
      else { return false }
      return most - least <= symmetryTolerance * (1 + abs(most))
    }
  }

  /// Levels that differ by less, relative to 1 + their size, are equal.
  private var symmetryTolerance: Double { 1e-9 }
}

/// The profile that is best for the one player of a game.
struct Decision {
  /// The levels of the player's variables.
  var levels: [Double]
  /// The payoff.
  var value: Double
}

extension Game {
  /// The best profile of a game with one player, which is its equilibrium with
  /// the highest payoff; nil if none was found.
  var best: Decision? {
    precondition(playerCount == 1, "a decision has one player")
    return equilibria().equilibria
      .map { Decision(levels: $0.levels, value: payoffs(at: $0.levels)[0]) }
      .max { $0.value < $1.value }
  }
}
