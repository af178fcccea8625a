import Games
import LinearAlgebra
import Scalars
import TestSupport
import Testing

@testable import Equilibria

/// `b_i x_i + slope x_i x_j − x_i²/2` for neighbours on a ring.
private struct Ring: RespondingGame {
  let strategies: StrategySpace
  let slope: Double
  let base: Double

  init(_ n: Int, slope: Double, base: Double) {
    strategies = StrategySpace(players: n, levels: 0...1)
    self.slope = slope
    self.base = base
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let n = levels.count
    let (left, right) = (levels[(player + n - 1) % n], levels[(player + 1) % n])
    let own = levels[player]
    return own * (S(base) + S(slope) * (left + right)) - own * own / 2
  }
}

/// Two firms whose levels feed one another: 0, a threshold, and 1.
private struct Reciprocity: RespondingGame {
  let strategies = StrategySpace(players: 2, levels: 0...1)

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let (own, other) = (levels[player], levels[1 - player])
    return own * (2 * other * other - 0.5) - own * own / 2
  }
}

@Suite struct AdjustmentProcessTests {
  /// On a ring the slopes are 2 s cos(2πk/n), so that the map has
  /// `|1 − rate + 2 rate s|`.
  @Test(arguments: [0.3, 0.5, 1.0])
  func contractionOfARing(rate: Double) throws {
    let game = Ring(5, slope: 0.4, base: 0.1)
    let levels = [Double](repeating: 0.5, count: 5)
    let process = AdjustmentProcess(game, Adjustment(rate: rate))
    let contraction = try #require(process.contraction(at: levels))
    #expect(abs(contraction - (1 - rate + 0.8 * rate)) < 1e-12)
    #expect(process.isProvenMonotone)
    let next = process.next([0.5, 0.2, 0.5, 0.5, 0.5])
    #expect(abs(next[0] - (0.5 + rate * (0.38 - 0.5))) < 1e-12)
  }

  @Test func gradientAndImitationHaveTheirFormulas() throws {
    let game = Ring(3, slope: 0.2, base: 0.3)
    let start = [0.2, 0.4, 0.6]
    let slope = 0.3 + 0.2 * (0.4 + 0.6) - 0.2
    let gradient = AdjustmentProcess(
      game, Adjustment(rule: .gradient, rate: 0.1))
    #expect(abs(gradient.next(start)[0] - (0.2 + 0.1 * slope)) < 1e-14)
    let imitation = AdjustmentProcess(
      game, Adjustment(rule: .imitation, rate: 0.1))
    let odds = Double.log(0.2 / 0.8) + 0.1 * slope
    #expect(abs(imitation.next(start)[0] - 1 / (1 + Double.exp(-odds))) < 1e-14)
    #expect(imitation.next([0, 1, 0.5])[0...1] == [0, 1])
  }

  @Test func sequentialMovesSeeTheOnesBefore() {
    let game = Ring(3, slope: 0.2, base: 0.3)
    let process = AdjustmentProcess(
      game, Adjustment(rate: 1, order: .sequential))
    let next = process.next([0, 0, 0])
    #expect(abs(next[0] - 0.3) < 1e-14)
    #expect(abs(next[1] - 0.36) < 1e-14)
    #expect(abs(next[2] - 0.432) < 1e-14)
  }

  /// With noise the response solves `c F = η log(x/(c − x))`.
  @Test func noisyResponsesAreInteriorAndSatisfyTheirCondition() {
    let game = Reciprocity()
    for noise in [0.01, 0.1, 1] {
      let process = AdjustmentProcess(game, noise: noise)
      for other in [0, 0.3, 0.9] {
        let x = process.bestResponse(of: 0, at: [0.5, other])
        #expect(x > 0 && x < 1)
        let slope = 2 * other * other - 0.5 - x
        #expect(abs(slope - noise * Double.log(x / (1 - x))) < 1e-10)
      }
    }
  }

  @Test func enclosuresHoldWhatPointsDo() {
    var random = SplitMix64(seed: 1)
    let game = Reciprocity()
    for (rule, rate) in [
      (Adjustment.Rule.bestResponse, 0.5), (.gradient, 0.3), (.imitation, 0.3),
    ] {
      for noise in [0, 0.1] {
        let process = AdjustmentProcess(
          game, Adjustment(rule: rule, rate: rate), noise: noise)
        for _ in 0..<50 {
          let low = (0..<2).map { _ in
            Double.random(in: 0.01...0.9, using: &random)
          }
          let width = Double.random(in: 0...0.05, using: &random)
          let box = low.map { Interval(lower: $0, upper: $0 + width) }
          let image = process.next(over: box)
          for _ in 0..<5 {
            let point = low.map {
              $0 + width * Double.random(in: 0...1, using: &random)
            }
            #expect(image.contains(process.next(point)))
          }
        }
      }
    }
  }

  @Test func basinsOfReciprocityAreProven() throws {
    let process = AdjustmentProcess(Reciprocity())
    let equilibria = Reciprocity().equilibria().equilibria.map(\.levels)
    #expect(equilibria.count == 3)
    let attractors = Attractors(process, equilibria: equilibria)
    #expect(attractors.regions[0] != nil && attractors.regions[2] != nil)
    #expect(attractors.regions[1] == nil)
    let attraction = try #require(
      Attraction(attractors, starts: 2_000, seed: 1, limit: 1_000))
    #expect(attraction.shares.allSatisfy { $0.isProven })
    #expect(attraction.shares[1].low == 0)
    let sum = attraction.shares.reduce(0) { $0 + $1.share }
    #expect(abs(sum - 1) < 0.02)
    for share in attraction.shares {
      #expect(share.low <= share.share && share.share <= share.high)
      #expect(share.high - share.low <= 0.01 + 1e-12)
    }
    // Symmetric: the threshold is the middle equilibrium, x = 2x² − 1/2.
    let tipping = try #require(
      TippingPoint(attractors, between: 0...1, limit: 1_000) { [$0, $0] })
    #expect(tipping.isProven)
    #expect(abs(tipping.threshold - equilibria[1][0]) < 1e-9)
    let path = attractors.path(from: [0.9, 0.9], limit: 1_000)
    #expect(path.reached == 2)
  }

  /// Rate 1 makes two who wait for each other swap for ever.
  @Test func cyclesAreSeen() {
    struct Waiting: RespondingGame {
      let strategies = StrategySpace(players: 2, levels: 0...1)
      func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
        levels[player] * (0.5 - levels[1 - player])
      }
    }
    let process = AdjustmentProcess(Waiting(), Adjustment(rate: 1))
    let attractors = Attractors(process, equilibria: [[0, 1], [1, 0]])
    let path = attractors.path(from: [0, 0], limit: 50)
    #expect(path.reached == nil)
    #expect(path.cycle == 2)
    #expect(attractors.destination(from: [0.2, 0.9], limit: 50) == 0)
  }
}
