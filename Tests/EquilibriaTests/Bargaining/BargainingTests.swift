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

/// Each player gains near ¼ of the other's level, the second much more near ⅘:
/// two humps, of which the higher one is far from where gains are equal.
private struct TwoHumps: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (own, other) = (levels[player], levels[1 - player])
    let spread = other - S(0.25)
    var payoff =
      S.exp(S(-50) * spread * spread) + S(0.05) * other - S(0.02) * own
    if player == 1 {
      let far = other - S(0.8)
      payoff += S(4) * S.exp(S(-200) * far * far)
    }
    return payoff
  }
}

@Suite struct BargainingTests {
  /// Nash's choice is among those that the others are chosen from.
  @Test func noChoiceIsWorseByItsOwnMeasureThanNashs() throws {
    let found = TwoHumps().improvements(over: [0, 0])
    let nash = try #require(found.first { $0.solution == .nash })
    let fair = try #require(found.first { $0.solution == .egalitarian })
    let rich = try #require(found.first { $0.solution == .utilitarian })
    #expect(nash.gains.reduce(0, +) > 4)
    #expect(fair.leastGain >= nash.leastGain - 1e-9)
    #expect(rich.gains.reduce(0, +) >= nash.gains.reduce(0, +) - 1e-9)
  }

  /// The largest gain of the second player, 3.99, is not the one near ¼.
  @Test func sharesOfLargestGainsThatAreFoundProveNothing() throws {
    let found = TwoHumps().improvements(
      over: [0, 0], choosing: [.kalaiSmorodinsky])
    #expect(found.allSatisfy { !$0.isProven })
  }

  private func improvement(
    _ solution: BargainingSolution, weights: [Double]? = nil
  ) throws -> Bargain {
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

  /// More than (0.7, 0.6) would need 1 − 0.7² > 0.6.
  @Test func absenceIsProven() {
    let problem = BargainingProblem(
      Parabola(), over: [0.5, 1], disagreement: [0.7, 0.6])
    let found = Bargaining().outcomes(
      of: problem, choosing: BargainingSolution.allCases)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0 == .noMutualGain(isProven: true) })
  }

  /// Nothing leads away from the disagreement, but everybody gains far off.
  @Test func gainsFarFromALevelDisagreement() {
    let found = Plateau().improvements(over: [0, 0])
    #expect(found.map(\.solution) == BargainingSolution.allCases)
    #expect(found.allSatisfy { $0.levels == [1, 1] && $0.isProven })
  }

  /// All solutions count as proven by the same rule; what exceeds the gap would
  /// refute it.
  @Test(arguments: BargainingSolution.allCases)
  func everySolutionIsProven(solution: BargainingSolution) throws {
    let found = try improvement(solution)
    #expect(found.isProven)
    let reached = weighed(found.gains, found)
    for k in 0...1000 {
      let x = Double(k) / 1000
      #expect(weighed([x, 1 - x * x], found) <= reached + found.gap + 1e-12)
    }
  }

  private func weighed(_ gains: [Double], _ bargain: Bargain) -> Double {
    zip(gains, bargain.multipliers).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Sums are greatest at the ends, so multipliers leave a gap; boxes close it
  /// for the product and for the least gain, both greatest in the middle.
  @Test(arguments: [BargainingSolution.egalitarian, .nash])
  func boxesProveWhatMultipliersCannot(solution: BargainingSolution) throws {
    let problem = BargainingProblem(
      Valley(), over: [0.3], disagreement: [0, 0])
    func bargain(_ bargaining: Bargaining) throws -> Bargain {
      let found = bargaining.outcomes(of: problem, choosing: [solution])
      return try #require(found.first?.bargain)
    }
    let found = try bargain(Bargaining())
    #expect(abs(found.levels[0] - 0.5) < 1e-6)
    #expect(found.isProven)
    var blind = Bargaining()
    blind.product.boxLimit = 0
    let unproven = try bargain(blind)
    #expect(unproven.levels == found.levels)
    #expect(!unproven.isProven && unproven.gap > 0.2)
  }

  /// The product is the sum with a barrier of weights without a sum.
  @Test func theProductOfGains() {
    let product = GuardedSum.product(over: [1, -1], weights: [2, 3])
    let payoffs = [1.5, 3.0]
    let value = 2 * Double.log(0.5) + 3 * Double.log(4.0)
    #expect(abs(product.value(of: payoffs) - value) < 1e-15)
    #expect(product.slopes(at: payoffs) == [4, 0.75])
    #expect(product.curvatures(at: payoffs) == [-8, -0.1875])
    #expect(product.leastSize == 5)
    #expect(product.value(of: [1, 3]) == -.infinity)
    let enclosure = product.value(of: payoffs.map { Interval($0) })
    #expect(enclosure.contains(value) && enclosure.width < 1e-13)
    let nowhere = product.value(of: [Interval(0...1), Interval(3)])
    #expect(nowhere.upper < -1e300)
  }
}

/// Payoffs x² and (1 − x)²: what both can have bends inward.
private struct Valley: Game {
  let strategies = StrategySpace(variables: [[0...1], []])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let own = player == 0 ? levels[0] : 1 - levels[0]
    return own * own
  }
}

/// Payoffs (x y)² and 2 (x y)²: without slope or curvature at the origin.
private struct Plateau: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let both = levels[0] * levels[1]
    return player == 0 ? both * both : 2 * both * both
  }
}
