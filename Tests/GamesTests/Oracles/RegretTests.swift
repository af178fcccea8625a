import Games
import TestSupport
import Testing

struct RegretTests {
  /// How wide a regret may be that is said to be tight.
  private let tight = 1e-9

  @Test func aZeroOfThePseudoGradientMayBeNoEquilibrium() {
    let game = Trap()
    #expect(game.pseudoGradient(at: [0.5, 0.5]) == [0, 0])
    let regret = game.regret(at: [0.5, 0.5])
    #expect(regret.contains(0.25) && regret.width <= tight)
    let each = game.regrets(at: [0.5, 0.5], search: DeviationSearch())
    #expect(each[0].contains(0.25))
    #expect(each[1].contains(0.0) && each[1].upper <= tight)
  }

  @Test(arguments: [[0.0, 0.0], [1.0, 1.0]])
  func regretVanishesAtEquilibria(levels: [Double]) {
    let regret = Trap().regret(at: levels)
    #expect(regret.contains(0.0) && regret.upper <= tight)
  }

  @Test func theLargestRegretCounts() {
    let regret = Trap().regret(at: [1, 0.5])
    #expect(regret.contains(0.25) && regret.width <= tight)
    let both = Trap().regret(at: [0.75, 0])
    #expect(both.contains(0.5625) && both.width <= tight)
  }

  // The best response to the others' total R is (1 − R)/2 or 0.
  @Test(arguments: 1...6)
  func concavePayoffsHaveAClosedForm(players: Int) {
    let game = Cournot(players: players)
    var random = SplitMix64(seed: UInt64(players))
    for _ in 0..<50 {
      let levels = game.randomProfile(&random)
      let total = levels.reduce(0, +)
      let regrets = game.regrets(at: levels, search: DeviationSearch())
      for (level, regret) in zip(levels, regrets) {
        let rest = max(0, (1 - (total - level)) / 2)
        let exact = rest * rest - level * (1 - total)
        #expect(regret.holds(exact) && regret.width <= tight)
      }
    }
  }

  @Test(arguments: 1...6)
  func regretIsTightAtTheCournotEquilibrium(players: Int) {
    let level = 1 / Double(players + 1)
    let levels = [Double](repeating: level, count: players)
    #expect(Cournot(players: players).regret(at: levels).upper <= tight)
  }

  @Test func playersWithSeveralVariables() {
    let game = Valley()
    var random = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let levels = game.randomProfile(&random)
      let regrets = game.regrets(at: levels, search: DeviationSearch())
      let exact = -game.payoff(of: 0, at: levels)
      #expect(regrets[0].holds(exact, slack: tight))
      #expect(regrets[0].width <= tight)
      #expect(regrets[1].holds(1 - levels[2] * levels[2], slack: tight))
      #expect(regrets[2].contains(0.0) && regrets[2].upper <= tight)
    }
    #expect(game.regret(at: [1, 0, 1]).upper <= tight)
  }

  @Test(arguments: [0.0, 0.3, 0.5, 0.88, 1.0])
  func payoffsWithManyPeaks(level: Double) {
    let game = Solo<Peaks>(0...1)
    let here = Peaks.value([level])
    let highest = (0...100_000).map { Peaks.value([Double($0) / 100_000]) }
      .reduce(-.infinity, max)
    let regret = game.regret(at: [level])
    #expect(regret.holds(highest - here, slack: 1e-6))
    #expect(regret.upper >= highest - here && regret.width <= tight)
  }

  @Test func payoffsWithManyPeaksInThePlane() {
    let game = Solo<Hills>(0...1, 0...1)
    let steps = (0...400).map { Double($0) / 400 }
    let highest = steps.map { x in
      steps.map { Hills.value([x, $0]) }.reduce(-.infinity, max)
    }.reduce(-.infinity, max)
    let here = Hills.value([0.5, 0.5])
    let regret = game.regret(at: [0.5, 0.5])
    #expect(regret.holds(highest - here, slack: 1e-3))
    #expect(regret.upper >= highest - here && regret.width <= 1e-8)
  }

  @Test(arguments: [1, 2, 5, 20])
  func aLimitOnBoxesLeavesABound(boxLimit: Int) {
    let game = Solo<Peaks>(0...1)
    let full = game.regret(at: [0.5])
    let cut = game.regret(
      at: [0.5], search: DeviationSearch(boxLimit: boxLimit))
    #expect(cut.contains(full.midpoint))
    #expect(cut.width > full.width)
  }

  @Test func kinksAndVerticalSlopes() {
    let kink = Solo<Kink>(0...1).regret(at: [0.25])
    #expect(kink.contains(0.75) && kink.width <= tight)
    let root = Solo<Root>(0...1).regret(at: [1])
    #expect(root.contains(0.25) && root.width <= tight)
    let edge = Solo<Root>(0...1).regret(at: [0])
    #expect(edge.contains(0.25) && edge.width <= tight)
  }

  @Test func whoCannotMoveHasNoRegret() {
    let game = Solo<Peaks>(0.5...0.5)
    #expect(game.regret(at: [0.5]).upper <= tight)
    let none = StrategySpace(variables: [])
    #expect(Valley(strategies: none).regret(at: []) == 0)
  }

  // Every deviation that is tried gains at most the upper bound.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func noDeviationGainsMore(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let game = Ensemble(counts: [1, 2, 0, 1], seed: seed)
    let levels = game.randomProfile(&random)
    let before = game.payoffs(at: levels)
    let search = DeviationSearch(tolerance: 1e-6)
    let regrets = game.regrets(at: levels, search: search)
    for _ in 0..<500 {
      let other = game.randomProfile(&random)
      for player in 0..<game.playerCount {
        var deviation = levels
        for v in game.strategies.variables(of: player) {
          deviation[v] = other[v]
        }
        let gain = game.payoff(of: player, at: deviation) - before[player]
        #expect(gain <= regrets[player].upper + 1e-12)
      }
    }
    #expect(regrets.allSatisfy { $0.width <= 1e-5 && $0.lower >= 0 })
  }

  @Test func profilesOutsideAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Trap().regret(at: [0.5, 1.5])
    }
  }
}

/// Player 0 can always reach 0, player 1 reaches 1, player 2 owns nothing.
private struct Valley: Game {
  var strategies = StrategySpace(
    variables: [[0...1, 0...1], [0...1], []])

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    switch player {
    case 0:
      -S.pow(levels[0] - levels[2], 2) - S.pow(levels[0] + levels[1] - 1, 2)
    case 1: S.pow(levels[2], 2)
    default: levels[0]
    }
  }
}

private enum Peaks: SoloPayoff {
  static func value<S: Scalar>(_ x: Profile<S>) -> S {
    x[0] * S.sin(40 * x[0]) + S.cos(17 * x[0])
  }
}

private enum Hills: SoloPayoff {
  static func value<S: Scalar>(_ x: Profile<S>) -> S {
    S.sin(9 * x[0]) * S.cos(8 * x[1]) + x[0] * x[1]
  }
}

private enum Kink: SoloPayoff {
  static func value<S: Scalar>(_ x: Profile<S>) -> S {
    S.max(x[0] - 0.25, 0.25 - x[0])
  }
}

private enum Root: SoloPayoff {
  static func value<S: Scalar>(_ x: Profile<S>) -> S { S.sqrt(x[0]) - x[0] }
}
