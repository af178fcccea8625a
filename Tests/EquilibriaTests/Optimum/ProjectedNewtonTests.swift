import LinearAlgebra
import Equilibria
import Testing

/// `Σ log(1 + x_v) − c_v x_v − coupling Σ x_v x_{v+1}` over unit levels.
private struct Saturation: Game {
  let strategies: StrategySpace

  init(_ count: Int) {
    strategies = StrategySpace(variables: [
      Array(repeating: 0...1, count: count)
    ])
  }

  func payoff<S: Scalar>(of player: Int, at levels: Profile<S>) -> S {
    var sum = S.zero
    for v in levels.indices {
      let cost = S(0.3 + 0.9 * Double(v) / Double(levels.count))
      sum += S.log(onePlus: levels[v]) - cost * levels[v]
    }
    for (a, b) in zip(levels, levels.dropFirst()) { sum -= 0.05 * a * b }
    return sum
  }
}

@Suite struct ProjectedNewtonTests {
  @Test(arguments: [1, 7, 200])
  func agreesWithTheMethodWithMatrices(count: Int) {
    let game = Saturation(count)
    let objective = JointObjective(game, Utilitarian(weights: [1]))
    let start = [Double](repeating: 0.5, count: count)
    let dense = BoundedMaximization(denseLimit: 500)
      .maximize(objective, from: start)
    let found = ProjectedNewton(tolerance: 1e-20)
      .maximize(objective, from: start)
    #expect(found.termination == .converged)
    #expect(abs(found.value - dense.value) < 1e-12)
    #expect(zip(found.levels, dense.levels).allSatisfy { abs($0 - $1) < 1e-7 })
    let active = [0.0, 1.0]
    for (one, other) in zip(found.levels, dense.levels)
    where active.contains(other) {
      #expect(one == other)
    }
  }

  @Test func staysWithinGivenBounds() {
    let game = Saturation(4)
    let bounds = game.strategies.holding(
      [true, false, true, false], at: [0.25, 0, 0.75, 0])
    let found = ProjectedNewton(tolerance: 1e-14).maximize(
      JointObjective(game, Utilitarian(weights: [1])), within: bounds,
      from: [1, 1, 1, 1])
    #expect(found.levels[0] == 0.25 && found.levels[2] == 0.75)
    #expect(found.termination == .converged)
  }

  @Test func endsWhenAskedTo() {
    let found = Cancellation.asking({ true }) {
      ProjectedNewton(tolerance: 0).maximize(
        JointObjective(Saturation(3), Utilitarian(weights: [1])),
        from: [0.1, 0.1, 0.1])
    }
    #expect(found.termination == .cancelled && found.iterations == 0)
  }
}
