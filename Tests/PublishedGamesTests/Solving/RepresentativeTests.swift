import Testing

@testable import PublishedGames

struct RepresentativeTests {
  /// Cournot's game: `(1 − Σ x)x`.
  private struct Quantities: Game {
    let strategies = StrategySpace(players: 5, levels: 0...1)

    func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
      var price = S(1)
      for level in levels { price -= level }
      return price * levels[player]
    }
  }

  @Test func symmetricEquilibriaOfCournotsGame() throws {
    let found = Quantities().symmetricEquilibria()
    #expect(found.isComplete && found.equilibria.count == 1)
    let levels = try #require(found.equilibria.first?.levels)
    #expect(levels.allSatisfy { abs($0 - 1.0 / 6) < 1e-12 })
  }
}
