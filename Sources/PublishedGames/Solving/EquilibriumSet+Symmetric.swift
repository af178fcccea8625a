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
