import Equilibria
import Games
import TestSupport
import Testing

/// Choices with noise of players who decide one level or two, against what they
/// maximise.
@Suite struct LogOddsGameTests {
  /// Three who each decide one level, concave in it.
  private struct Three: Game {
    let strategies = StrategySpace(levels: [0...1, 0...0.8, 0...1])

    func payoff<S: Scalar>(of player: Int, at x: Profile<S>) -> S {
      let others = x[(player + 1) % 3] + x[(player + 2) % 3]
      let gain = S.log(onePlus: others * (1 + x[player]))
      return 2 * gain - 0.7 * x[player] - x[player] * x[player] / 4
    }
  }

  private let game = LogOddsGame(
    Three().grouped([[0, 2], [1]]), noise: 0.3)

  /// What a group maximises is written down once more, in levels.
  private func aim(of group: [Int], at odds: [Double]) -> Double {
    let levels = zip(odds, [1, 0.8, 1]).map { $1 / (1 + Double.exp(-$0)) }
    return group.reduce(0) { sum, player in
      let share = 1 / (1 + Double.exp(-odds[player]))
      return sum + Three().payoff(of: player, at: levels)
        - 0.3 * (share * .log(share) + (1 - share) * .log(1 - share))
    }
  }

  private func points(seed: UInt64) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    return (0..<20).map { _ in (0..<3).map { _ in random.number(in: -4...4) } }
  }

  private func moved(_ odds: [Double], _ v: Int, _ step: Double) -> [Double] {
    var odds = odds
    odds[v] += step
    return odds
  }

  @Test func payoffsHoldTheEntropyOfEveryChoice() {
    for odds in points(seed: 1) {
      for (player, group) in [[0, 2], [1]].enumerated() {
        let aim = aim(of: group, at: odds)
        #expect(abs(game.payoff(of: player, at: odds) - aim) < 1e-13)
        let box = odds.map { Interval($0) }
        #expect(
          game.payoffEnclosure(of: player, over: box).widened.contains(aim))
      }
    }
  }

  /// Slopes and curvatures of a joint player are differences of what it
  /// maximises.
  @Test func jointEnclosuresHoldDifferences() {
    let (own, step) = ([0, 2], 1e-4)
    for odds in points(seed: 2) {
      let found = game.ownEnclosure(
        of: 0, over: odds.map { Interval($0) })
      for (k, v) in own.enumerated() {
        func slope(_ point: [Double]) -> Double {
          (aim(of: own, at: moved(point, v, step))
            - aim(of: own, at: moved(point, v, -step))) / (2 * step)
        }
        #expect(abs(found.gradient[k].midpoint - slope(odds)) < 1e-7)
        #expect(found.gradient[k].width < 1e-12)
        for (l, w) in own.enumerated() {
          let curvature =
            (slope(moved(odds, w, step)) - slope(moved(odds, w, -step)))
            / (2 * step)
          #expect(abs(found.hessian[2 * k + l].midpoint - curvature) < 1e-6)
        }
      }
    }
  }

  /// Over boxes the enclosures hold what they say at every point.
  @Test func enclosuresHoldOverBoxes() {
    for (odds, ends) in zip(points(seed: 3), points(seed: 4)) {
      let box = zip(odds, ends).map { Interval($0).hull(Interval($1)) }
      let whole = game.ownEnclosure(of: 0, over: box)
      for share in [0, 0.3, 0.5, 0.8, 1] {
        let point = zip(odds, ends).map { $0 + share * ($1 - $0) }
        let there = game.ownEnclosure(
          of: 0, over: point.map { Interval($0) })
        #expect(whole.value.overlaps(there.value))
        for (a, b) in zip(
          whole.gradient + whole.hessian, there.gradient + there.hessian)
        {
          #expect(a.overlaps(b))
        }
      }
    }
  }

  /// A regret holds what any deviation gains, and nothing gains at an
  /// equilibrium.
  @Test func regretsHoldDeviations() {
    for (odds, other) in zip(points(seed: 5), points(seed: 6)) {
      let regret = game.regrets(at: odds, search: DeviationSearch())[0]
      let deviation = [other[0], odds[1], other[2]]
      let gain = aim(of: [0, 2], at: deviation) - aim(of: [0, 2], at: odds)
      #expect(regret.upper >= gain - 1e-12)
    }
    let found = BranchAndPrune().equilibria(of: game)
    #expect(found.isComplete)
    #expect(!found.equilibria.isEmpty)
    for equilibrium in found.equilibria {
      #expect(equilibrium.isProven)
      #expect(game.regret(at: equilibrium.levels).upper < 1e-9)
      let odds = game.odds(game.levels(equilibrium.levels))
      for (a, b) in zip(odds, equilibrium.levels) { #expect(abs(a - b) < 1e-9) }
    }
  }
}

extension Interval {
  /// A little more on either side, for another order of the same sums.
  fileprivate var widened: Interval {
    self + Interval(lower: -1e-13, upper: 1e-13)
  }
}
