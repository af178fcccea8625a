import Games
import LinearAlgebra
import Scalars
import TestSupport
import Testing

@testable import Equilibria

/// `x_i (b_i + Σ_j a_ij x_j) − x_i²/2`.
private struct Linear: RespondingGame {
  let slopes: [[Double]]
  let bases: [Double]

  var strategies: StrategySpace {
    StrategySpace(players: bases.count, levels: 0...1)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = S(bases[player])
    for j in levels.indices where j != player {
      sum += S(slopes[player][j]) * levels[j]
    }
    return levels[player] * sum - levels[player] * levels[player] / 2
  }
}

@Suite struct ResponseMultipliersTests {
  /// A ring of five with slopes 0.4 to both sides: `1/(1 − 0.8) = 5`.
  private func ring() -> Linear {
    var slopes = [[Double]](
      repeating: [Double](repeating: 0, count: 5), count: 5)
    for i in 0..<5 {
      slopes[i][(i + 1) % 5] = 0.4
      slopes[i][(i + 4) % 5] = 0.4
    }
    return Linear(slopes: slopes, bases: Array(repeating: 0.1, count: 5))
  }

  @Test func regularNetworkMultipliesAlike() throws {
    let process = AdjustmentProcess(ring())
    let levels = [Double](repeating: 0.5, count: 5)
    let found = try #require(ResponseMultipliers(process, at: levels))
    #expect(found.isFree == [true, true, true, true, true])
    for value in found.multipliers { #expect(abs(value - 5) < 1e-12) }
    #expect(abs(found.loopGain - 0.8) < 1e-12)
    #expect(abs(found.largest.factor - 5) < 1e-12)
    #expect(found.residual < 1e-14)
    for value in found.largest.direction {
      #expect(abs(value - 1 / 5.0.squareRoot()) < 1e-9)
    }
  }

  /// The covariance by its own equation, and the parts that add up to one.
  @Test func randomShocksSatisfyTheirEquation() throws {
    let process = AdjustmentProcess(ring())
    let levels = [Double](repeating: 0.5, count: 5)
    let found = try #require(ResponseMultipliers(process, at: levels))
    let weights = [0.1, 0.2, 0.3, 0.2, 0.2]
    let deviations = [0.05, 0.02, 0.05, 0, 0.1]
    let random = try #require(
      RandomShocks(
        found, rate: 0.5, deviations: deviations, weights: weights))
    #expect(abs(random.origins.reduce(0, +) - 1) < 1e-12)
    #expect(random.origins[3] == 0)
    // Directly, term by term.
    let transition = found.transition(of: Array(0..<5), rate: 0.5)
    var power = Matrix.identity(order: 5)
    var (variance, own) = (0.0, [Double](repeating: 0, count: 5))
    for _ in 0..<2_000 {
      for j in 0..<5 {
        let seen = (0..<5).reduce(0.0) { $0 + weights[$1] * power[$1, j] }
        variance += seen * seen * deviations[j] * deviations[j]
        for i in 0..<5 {
          own[i] += power[i, j] * power[i, j] * deviations[j] * deviations[j]
        }
      }
      power = transition * power
    }
    #expect(abs(random.variance - variance) < 1e-12 * variance)
    for i in 0..<5 {
      #expect(abs(random.deviations[i] - own[i].squareRoot()) < 1e-12)
    }
  }

  @Test func shocksThatGrowHaveNoLongRun() throws {
    let game = Linear(slopes: [[0, 1.5], [1.5, 0]], bases: [-0.25, -0.25])
    let process = AdjustmentProcess(game)
    let found = try #require(ResponseMultipliers(process, at: [0.5, 0.5]))
    #expect(
      RandomShocks(found, rate: 0.5, deviations: [1, 1], weights: [1, 1])
        == nil)
  }

  /// Two players with 0, a threshold at 0.5 each, and 1: the whole picture is
  /// known.
  @Test func smallestShocksOfTwo() throws {
    let game = Linear(slopes: [[0, 1.5], [1.5, 0]], bases: [-0.25, -0.25])
    let process = AdjustmentProcess(game)
    let attractors = Attractors(
      process, equilibria: [[0, 0], [0.5, 0.5], [1, 1]])
    let low = TippingShocks(attractors, from: 0, limit: 1_000)
    let up = try #require(low.common(up: true))
    #expect(abs(up.threshold - 0.5) < 1e-9 && up.isProven)
    #expect(up.destination == 2)
    #expect(low.common(up: false) == nil)
    // The separatrix is s₁ + s₂ = 1 while nobody is at a bound.
    let one = low.one(0)
    #expect(one.map { $0.point.threshold >= up.threshold } ?? true)
    let there = try #require(low.line(to: 2)).threshold
    let back = try #require(
      TippingShocks(attractors, from: 2, limit: 1_000).line(to: 0)
    ).threshold
    #expect(abs(there + back - 1) < 1e-9)
    let sets = try #require(low.fewest(up: true))
    #expect(sets.isExhaustive)
    #expect(sets.sets == [[0, 1]] || sets.sets == [[0], [1]])
  }
}
