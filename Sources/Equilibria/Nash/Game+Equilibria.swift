import Games

extension Game {
  /// Every equilibrium, each proven, with what remains undecided.
  ///
  /// ```swift
  /// let found = Partners().equilibria()
  /// if found.isComplete { print(found.equilibria.map(\.levels)) }
  /// ```
  ///
  /// - Parameter search: The method and its limits.
  /// - Returns: The equilibria, with what is proven of them.
  public func equilibria(
    using search: BranchAndPrune = BranchAndPrune()
  ) -> EquilibriumSet {
    search.equilibria(of: self)
  }
}
