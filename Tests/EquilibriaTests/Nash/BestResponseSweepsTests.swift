import Equilibria
import LinearAlgebra
import TestSupport
import Testing

/// `u_i = b x_i − x_i²/2 + x_i a_i`, whose interior equilibrium solves a linear
/// system.
private struct Linear: AggregativeGame {
  let strategies: StrategySpace
  let aggregates: [LinearAggregate]
  var benefit = 0.3

  init(_ aggregate: LinearAggregate, players: Int) {
    strategies = StrategySpace(players: players, levels: 0...1)
    aggregates = [aggregate]
  }

  func payoff<S: Scalar>(
    of player: Int, own: S, aggregates: Aggregates<S>
  ) -> S {
    (S(benefit) + aggregates[0]) * own - S.pow(own, 2) / 2
  }

  /// The solution of `F(x) = 0`, whatever the bounds.
  func interior() throws -> [Double] {
    let slope = jacobian(at: strategies.lowerBounds)
    let right = pseudoGradient(at: strategies.lowerBounds).map { -$0 }
    return try LUFactorization(slope).solve(right)
  }
}

@Suite struct BestResponseSweepsTests {
  @Test func everyFormOfAggregateReachesTheLinearSolution() throws {
    let count = 12
    let ones = [Double](repeating: 1, count: count)
    let sparse = try NetworkSharing(players: count, degree: 3, seed: 1)
    guard case .network(let network) = sparse.aggregates[0].form else {
      return
    }
    let uniform = BlockUniformMatrix(
      rowScale: ones, block: Matrix(rows: [[0.02, 0.04], [0.01, 0.03]]),
      columnScale: ones, groups: (0..<count).map { UInt8($0 % 2) })
    let scaled = network.elementwiseProduct(.blockUniform(uniform))
    let weak = network.scaledRows(by: ones.map { 0.1 * $0 })
    let forms: [LinearAggregate.Form] = [
      .network(weak), .network(scaled), .network(.blockUniform(uniform)),
      .weightedSum(ones.map { 0.02 * $0 }), .composition(weak, of: weak),
    ]
    for form in forms {
      let game = Linear(LinearAggregate(form), players: count)
      let exact = try game.interior()
      #expect(exact.allSatisfy { 0 < $0 && $0 < 1 })
      for order in [BestResponseSweeps.Order.sequential, .blocks(threads: 2)] {
        let found = game.solve(BestResponseSweeps(order: order))
        #expect(found.termination == .converged)
        #expect(relativeDistance(found.levels, exact) < 1e-11)
      }
    }
  }

  @Test(arguments: 1...12)
  func enclosesEveryEquilibriumOfComplements(seed: UInt64) throws {
    let game = try NetworkSharing(players: 6, degree: 3, seed: seed)
    let all = game.equilibria()
    try #require(all.isComplete)
    let highest = game.solve(BestResponseSweeps(from: .highest))
    let lowest = game.solve(BestResponseSweeps(from: .lowest))
    for end in [highest, lowest] {
      #expect(end.termination == .converged)
      #expect(
        all.equilibria.contains {
          relativeDistance($0.levels, end.levels) < 1e-9
        })
    }
    for one in all.equilibria {
      for i in 0..<game.playerCount {
        #expect(one.levels[i] <= highest.levels[i] + 1e-9)
        #expect(one.levels[i] >= lowest.levels[i] - 1e-9)
      }
    }
  }

  @Test func bitsDoNotDependOnThreads() throws {
    var game = try NetworkSharing(players: 30_000, degree: 12, seed: 5)
    game.benefit = 100
    let solutions = [1, 2, 5, nil].map { threads in
      game.solve(BestResponseSweeps(order: .blocks(threads: threads)))
    }
    #expect(solutions[0].termination == .converged)
    for other in solutions.dropFirst() { #expect(other == solutions[0]) }
    let sequential = game.solve(BestResponseSweeps())
    #expect(relativeDistance(sequential.levels, solutions[0].levels) < 1e-10)
    #expect(sequential.levels != solutions[0].levels)
  }

  @Test func nobodyGainsByLeaving() throws {
    var game = try NetworkSharing(players: 2_000, degree: 6, seed: 9)
    for i in game.cost.indices where i % 3 == 0 { game.cost[i] += 0.5 }
    let found = game.solve(BestResponseSweeps())
    #expect(found.levels.contains(0) && found.levels.contains(1))
    #expect(found.levels.contains { 0 < $0 && $0 < 1 })
    #expect(game.regret(at: found.levels).upper < 1e-9)
    // The same profile by plain best responses, one player after the other.
    var levels = game.strategies.upperBounds
    for _ in 0..<400 {
      let state = AggregateState(game.aggregates, count: 2, at: levels)
      levels = levels.indices.map { i in
        var others = state.values(of: i, at: levels)
        others[1] -= levels[i] / 2_000
        return game.bestResponse(of: i, to: others, from: levels[i])
      }
    }
    #expect(relativeDistance(levels, found.levels) < 1e-10)
  }

  @Test func saysWhyItStopped() throws {
    let game = try NetworkSharing(players: 200, degree: 6, seed: 3)
    let cut = game.solve(BestResponseSweeps(sweepLimit: 2))
    #expect(cut.termination == .iterationLimit && cut.iterations == 2)
    #expect(cut.residual > cut.tolerance)
    var broken = game
    broken.reciprocity = .nan
    #expect(broken.solve(BestResponseSweeps()).termination == .notFinite)
  }
}
