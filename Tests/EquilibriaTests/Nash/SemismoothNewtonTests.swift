import Equilibria
import TestSupport
import Testing

/// Firms that produce quantities `q_i ≤ capacity` at unit costs `c_i` and sell at
/// the price `a − Σ q`; without limits `q_i = (a − (n + 1) c_i + Σ c)/(n + 1)`
/// (Cournot).
private struct Cournot: Game {
  let strategies: StrategySpace
  let demand: Double
  let costs: [Double]

  init(demand: Double, costs: [Double], capacity: Double) {
    strategies = StrategySpace(players: costs.count, levels: 0...capacity)
    (self.demand, self.costs) = (demand, costs)
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    let price = S(demand) - levels.reduce(.zero, +)
    return levels[player] * (price - S(costs[player]))
  }

  var unlimited: [Double] {
    let count = Double(costs.count + 1)
    let sum = costs.reduce(0, +)
    return costs.map { (demand - count * $0 + sum) / count }
  }
}

@Suite struct SemismoothNewtonTests {
  @Test func linearConditionsTakeOneStep() {
    let game = Cournot(demand: 10, costs: [1, 1.5, 2, 2.5], capacity: 10)
    let found = game.solve(SemismoothNewton(), from: [5, 5, 5, 5])
    #expect(found.termination == .converged)
    #expect(found.iterations <= 2)
    for (level, expected) in zip(found.levels, game.unlimited) {
      #expect(abs(level - expected) < 1e-13)
    }
    #expect(game.regret(at: found.levels).upper < 1e-12)
  }

  /// A firm too dear to produce, and one that would produce more, end exactly
  /// at their bounds.
  @Test func activeVariablesEndExactlyAtTheirBounds() {
    let game = Cournot(demand: 10, costs: [0, 3, 9], capacity: 4)
    let found = game.solve(SemismoothNewton(), from: [1, 1, 1])
    #expect(found.termination == .converged)
    #expect(found.levels[0] == 4)
    #expect(found.levels[2] == 0)
    #expect(abs(found.levels[1] - (10 - 4 - 3) / 2) < 1e-13)
    #expect(game.regret(at: found.levels).upper < 1e-12)
  }

  /// From starts on either side of the threshold it ends in different
  /// equilibria, all of them without regret.
  @Test func startsDecideBetweenEquilibria() {
    let game = SigmoidSharing(threshold: 0.5)
    var ends: Set<Int> = []
    var random = TestSupport.SplitMix64(seed: 11)
    for _ in 0..<40 {
      let found = game.solve(
        SemismoothNewton(), from: random.numbers(2, in: 0...1))
      guard found.termination == .converged else { continue }
      #expect(game.regret(at: found.levels).upper < 1e-11)
      ends.insert(Int((found.levels[0] * 1e6).rounded()))
    }
    #expect(ends.count == 3)
  }

  /// Near a regular equilibrium the residual is squared in each step.
  @Test func convergesQuadratically() {
    let game = SigmoidSharing(threshold: 0.5)
    let residuals = (1...5).map { steps in
      game.solve(
        SemismoothNewton(tolerance: 0, iterationLimit: steps),
        from: [0.9, 0.95]
      ).residual
    }
    for (before, after) in zip(residuals, residuals.dropFirst())
    where before < 1e-2 && before > 1e-7 {
      #expect(after < 20 * before * before)
    }
    #expect(residuals[4] < 1e-13)
  }

  @Test func saysWhyItStopped() {
    let game = SigmoidSharing(threshold: 0.5)
    let early = game.solve(
      SemismoothNewton(iterationLimit: 1), from: [0.1, 0.9])
    #expect(early.termination == .iterationLimit)
    #expect(early.residual > early.tolerance)
    struct Undefined: Game {
      let strategies = StrategySpace(players: 1, levels: -1...1)
      func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
        S.sqrt(levels[0])
      }
    }
    let undefined = Undefined().solve(SemismoothNewton(), from: [-0.5])
    #expect(undefined.termination == .notFinite)
  }

  /// Starts outside the bounds are moved into them.
  @Test func startsOutsideTheBounds() {
    let game = Cournot(demand: 10, costs: [1, 2], capacity: 10)
    let found = game.solve(SemismoothNewton(), from: [-5, 50])
    #expect(found.termination == .converged)
    #expect(game.regret(at: found.levels).upper < 1e-12)
  }
}
