import Equilibria
import LinearAlgebra
import Testing

/// Quantities on a linear market; the second player may see the first one's.
private struct Quantities: Game {
  var demand = 12.0
  var unitCosts = [0.0, 0.0]
  let strategies = StrategySpace(players: 2, levels: 0...20)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let price = S(demand) - levels[0] - levels[1]
    return (price - S(unitCosts[player])) * levels[player]
  }
}

/// Cost-reducing research before a Cournot market, with spillovers.
private struct ResearchDuopoly: Game {
  var spillover = 0.2
  let strategies = StrategySpace(
    variables: Array(repeating: [0...40, 0...100], count: 2))

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, q) = (levels[2 * player], levels[2 * player + 1])
    let (other, rival) = (levels[2 - 2 * player], levels[3 - 2 * player])
    let margin = 50 - q - rival + x + S(spillover) * other
    return margin * q - 2 * x * x
  }
}

/// A second stage without curvature: its answer is not determined.
private struct Indifferent: Game {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    player == 0 ? -levels[0] * levels[0] + levels[1] : 0
  }
}

/// A second stage that answers with a power of the first.
private struct Curved: Game {
  let strategies = StrategySpace(players: 2, levels: 0.1...2)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (x, y) = (levels[0], levels[1])
    if player == 0 { return 2 * S.log(y) - x * x }
    return S.exp(x) * S.log(y) - y
  }
}

struct BackwardInductionTests {
  /// Von Stackelberg, 1934: the leader sells half of the market's size and
  /// the follower a quarter.
  @Test func leaderSellsTwiceWhatTheFollowerSells() {
    let found = BackwardInduction(secondStage: [1]).solve(Quantities())
    #expect(found.termination == .converged)
    #expect(abs(found.levels[0] - 6) < 1e-10)
    #expect(abs(found.levels[1] - 3) < 1e-10)
  }

  @Test func simultaneousPlayDiffersFromTwoStages() {
    let together = Quantities().solve()
    #expect(abs(together.levels[0] - 4) < 1e-10)
    #expect(abs(together.levels[1] - 4) < 1e-10)
  }

  /// d'Aspremont and Jacquemin, 1988: `x = m(2−β)/(9γ/2 − (2−β)(1+β))`.
  @Test(arguments: [0.0, 0.2, 0.5, 0.8, 1.0])
  func researchBeforeCournotHasItsClosedForm(spillover: Double) {
    let game = ResearchDuopoly(spillover: spillover)
    let found = BackwardInduction(secondStage: [1, 3]).solve(game)
    let x =
      50 * (2 - spillover) / (18 - (2 - spillover) * (1 + spillover))
    let q = (50 + (1 + spillover) * x) / 3
    #expect(found.termination == .converged)
    for (level, expected) in zip(found.levels, [x, q, x, q]) {
      #expect(abs(level - expected) < 1e-9)
    }
  }

  @Test func responseFollowsTheImplicitFunctionTheorem() throws {
    let method = BackwardInduction(secondStage: [1])
    let total = try #require(
      method.totalDerivatives(of: Curved(), at: [0.3, 1]))
    // y(x) = exp(x), so dy/dx = y and du_0/dx = 2 − 2x.
    #expect(abs(total.levels[1] - 1.349858807576003) < 1e-12)
    #expect(abs(total.response[0, 0] - 1.349858807576003) < 1e-12)
    #expect(abs(total.slopes[0] - 1.4) < 1e-12)
  }

  @Test func nonlinearSecondStageIsSolved() {
    // y stays below its bound 2 while x < log 2, so the leader stops at the
    // kink: beyond it du_0/dx = −2x < 0.
    let found = BackwardInduction(secondStage: [1]).solve(
      Curved(), from: [0.2, 1])
    #expect(abs(found.levels[0] - 0.6931471805599453) < 1e-6)
  }

  @Test func variableAtABoundDoesNotRespond() throws {
    // The follower cannot sell at this cost: the leader is a monopolist.
    let game = Quantities(unitCosts: [0, 11])
    let found = BackwardInduction(secondStage: [1]).solve(game)
    #expect(abs(found.levels[0] - 6) < 1e-10)
    #expect(found.levels[1] == 0)
    let total = try #require(
      BackwardInduction(secondStage: [1]).totalDerivatives(
        of: game, at: found.levels))
    #expect(total.response[0, 0] == 0)
  }

  @Test func leaderStaysWithinItsBounds() {
    struct Capped: Game {
      let strategies = StrategySpace(levels: [0...2, 0...20])
      func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
        (12 - levels[0] - levels[1]) * levels[player]
      }
    }
    let found = BackwardInduction(secondStage: [1]).solve(Capped())
    #expect(found.termination == .converged)
    #expect(found.levels[0] == 2)
    #expect(abs(found.levels[1] - 5) < 1e-10)
  }

  @Test func undeterminedSecondStageIsReported() {
    let found = BackwardInduction(secondStage: [1]).solve(Indifferent())
    #expect(found.termination == .notFinite)
  }
}
