import Games

extension GameFamily {
  /// The family of the games between groups of players.
  ///
  /// - Parameter groups: The members of each group, a partition of the players
  ///   of each game.
  /// - Returns: A family with the same variables and parameters.
  package func grouped(_ groups: [[Int]]) -> GameFamily {
    func open<G: Game>(_ graph: G) -> GameFamily {
      let others = (owner..<graph.playerCount).map { [$0] }
      return GameFamily(
        graph: GroupedGame(graph, groups + others), bounds: bounds
      ) { self.game(at: $0).grouped(groups) }
    }
    return open(graph)
  }
}
