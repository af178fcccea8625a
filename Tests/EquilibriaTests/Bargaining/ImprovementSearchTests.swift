import Equilibria
import Testing

/// Payoffs x and y ≤ 1 − x²: the second player may waste.
private struct Parabola: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0
      ? levels[0] : (1 - levels[0] * levels[0]) * levels[1]
  }
}

@Suite struct ImprovementSearchTests {
  private func improvement(
    _ solution: BargainingSolution, weights: [Double]? = nil
  ) throws -> Improvement {
    let found = Parabola().improvements(
      over: [0, 0], weights: weights, choosing: [solution])
    return try #require(found.first)
  }

  @Test func nash() throws {
    let found = try improvement(.nash)
    #expect(abs(found.payoffs[0] - 1 / 3.0.squareRoot()) < 1e-9)
    #expect(abs(found.payoffs[1] - 2.0 / 3) < 1e-9)
  }

  @Test(arguments: [BargainingSolution.kalaiSmorodinsky, .egalitarian])
  func equalGains(solution: BargainingSolution) throws {
    let golden = (5.0.squareRoot() - 1) / 2
    let found = try improvement(solution)
    #expect(abs(found.payoffs[0] - golden) < 1e-8)
    #expect(abs(found.payoffs[1] - golden) < 1e-8)
  }

  /// x + 1 − x² is greatest at ½.
  @Test func utilitarian() throws {
    let found = try improvement(.utilitarian)
    #expect(abs(found.payoffs[0] - 0.5) < 1e-8)
    #expect(abs(found.payoffs[1] - 0.75) < 1e-8)
  }

  /// x² (1 − x²) is greatest at 1/√2; gains of 2 to 1 solve 1 − x² = x/2.
  @Test func weights() throws {
    let nash = try improvement(.nash, weights: [2, 1])
    #expect(abs(nash.payoffs[0] - 0.5.squareRoot()) < 1e-9)
    let fair = try improvement(.egalitarian, weights: [2, 1])
    #expect(abs(fair.payoffs[0] - 2 * fair.payoffs[1]) < 1e-8)
    #expect(abs(1 - fair.payoffs[0] * fair.payoffs[0] - fair.payoffs[1]) < 1e-9)
  }

  @Test func noneWhereNobodyCanGain() {
    #expect(Parabola().improvements(over: [0.5, 1]).isEmpty)
  }
}
