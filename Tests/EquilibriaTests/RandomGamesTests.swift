import Equilibria
import TestSupport
import Testing

/// `u_i = x_i (a_i + Σ_j b_ij x_j + d_i Π_j≠i x_j) − c_i x_i² / 2` with random
/// coefficients; concave in the own level if every `c_i` is positive.
struct RandomGame: Game {
  let strategies: StrategySpace
  let linear: [Double]
  let cross: [[Double]]
  let product: [Double]
  let curvature: [Double]

  init(players: Int, concave: Bool, using generator: inout SplitMix64) {
    strategies = StrategySpace(players: players, levels: 0...1)
    linear = (0..<players).map { _ in .random(in: -1...1, using: &generator) }
    cross = (0..<players).map { i in
      (0..<players).map {
        $0 == i ? 0 : .random(in: -2...2, using: &generator)
      }
    }
    product = (0..<players).map { _ in .random(in: -2...2, using: &generator) }
    curvature = (0..<players).map { _ in
      .random(in: concave ? 0.1...2 : -1...2, using: &generator)
    }
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var slope = S(linear[player])
    var joint = S(product[player])
    for j in levels.indices where j != player {
      slope += S(cross[player][j]) * levels[j]
      joint *= levels[j]
    }
    let own = levels[player]
    return own * (slope + joint) - S(curvature[player]) * S.pow(own, 2) / 2
  }

  /// The best response in closed form: the payoff is quadratic in the own
  /// level.
  func bestResponse(of player: Int, at levels: [Double]) -> Double {
    var slope = linear[player]
    var joint = product[player]
    for j in levels.indices where j != player {
      slope += cross[player][j] * levels[j]
      joint *= levels[j]
    }
    let slopeInOwn = slope + joint
    guard curvature[player] > 0 else {
      return slopeInOwn - curvature[player] / 2 > 0 ? 1 : 0
    }
    return min(1, max(0, slopeInOwn / curvature[player]))
  }

  /// Equilibria found by damped best responses from random profiles: a search
  /// that shares nothing with the solver.
  func equilibria(using generator: inout SplitMix64) -> [[Double]] {
    (0..<6).compactMap { _ in
      var levels = linear.map { _ in Double.random(in: 0...1, using: &generator)
      }
      let damping = Double.random(in: 0.3...1, using: &generator)
      for _ in 0..<400 {
        for i in levels.indices {
          let response = bestResponse(of: i, at: levels)
          levels[i] += damping * (response - levels[i])
          if abs(response - levels[i]) < 1e-15 { levels[i] = response }
        }
      }
      let gap = levels.indices.reduce(0) {
        max($0, abs(bestResponse(of: $1, at: levels) - levels[$1]))
      }
      return gap < 1e-12 ? levels : nil
    }
  }
}

/// 10,000 random games: no false proof and no equilibrium missed.
struct RandomGamesTests {
  @Test(arguments: 0..<10)
  func noneIsMissedAndNoneIsInvented(batch: Int) {
    var generator = SplitMix64(seed: 2026 + UInt64(batch))
    var complete = 0
    for k in 0..<1000 {
      let game = RandomGame(
        players: 2 + k % 3, concave: k % 5 != 0, using: &generator)
      let found = game.equilibria(
        using: BranchAndPrune(boxLimit: 3_000, threads: 1))
      if found.isComplete { complete += 1 }
      for one in found.equilibria where one.isProven {
        for i in one.levels.indices {
          let response = game.bestResponse(of: i, at: one.levels)
          var deviation = one.levels
          deviation[i] = response
          let gain =
            game.payoff(of: i, at: deviation)
            - game.payoff(of: i, at: one.levels)
          #expect(gain < 1e-12)
        }
      }
      for levels in game.equilibria(using: &generator) {
        let isListed = found.equilibria.contains {
          zip($0.levels, levels).allSatisfy { abs($0 - $1) < 1e-9 }
        }
        let isCovered = found.undecided.contains { box in
          zip(box, levels).allSatisfy {
            $0.lower - 1e-9 <= $1 && $1 <= $0.upper + 1e-9
          }
        }
        #expect(isListed || isCovered, "missed \(levels) of game \(k)")
      }
    }
    #expect(complete == 1000)
  }
}
