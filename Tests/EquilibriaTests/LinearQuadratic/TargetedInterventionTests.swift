import Equilibria
import LinearAlgebra
import TestSupport
import Testing

@Suite struct TargetedInterventionTests {
  @Test(arguments: InterventionCase.all)
  func goldenValues(_ expected: InterventionCase) throws {
    let planner = try TargetedIntervention(
      expected.network, interaction: expected.interaction,
      welfareWeight: expected.welfareWeight)
    let found = planner.optimum(
      from: expected.statusQuo, budget: expected.budget)
    #expect(found.isUnique)
    #expect(relativeDistance(found.shadowPrice, expected.multiplier) < 1e-11)
    #expect(relativeDistance(found.change, expected.change) < 1e-11)
    #expect(relativeDistance(found.levels, expected.levels) < 1e-11)
    #expect(relativeDistance(found.welfare, expected.welfare) < 1e-11)
  }

  /// An even cycle and equal benefits under substitutes: the alternating
  /// eigenvector is orthogonal to them, and two interventions are best.
  @Test func exceptionalCase() throws {
    var ring = Matrix(rows: 14, columns: 14)
    for i in 0..<14 {
      ring[i, (i + 1) % 14] = 1
      ring[(i + 1) % 14, i] = 1
    }
    let planner = try TargetedIntervention(ring, interaction: -0.3)
    let found = planner.optimum(
      from: Array(repeating: 1, count: 14), budget: 50)
    #expect(!found.isUnique)
    #expect(abs(found.shadowPrice - 3.125) < 1e-12)
    #expect(relativeDistance(found.welfare, 159.166_666_666_666_66) < 1e-12)
    for i in 0..<14 {
      let alternation = abs(found.change[i] - 1.0 / 15)
      #expect(abs(alternation - 1.888_646_109_514_465_5) < 1e-12)
    }
    #expect(abs(Vector.dot(found.change, found.change) - 50) < 1e-10)
  }

  /// No change of the same cost that was drawn at random does better.
  @Test(arguments: [0.5, -1])
  func isBestOfMany(weight: Double) throws {
    let network = InterventionCase.all[0].network
    let planner = try TargetedIntervention(
      network, interaction: 0.2, welfareWeight: weight)
    let count = network.rows
    var random = SplitMix64(seed: 2)
    let statusQuo = random.numbers(count, in: 0.5...1.5)
    let found = planner.optimum(from: statusQuo, budget: 1.5)
    let game = try LUFactorization(
      LinearQuadraticMatrix.system(network, interaction: 0.2))
    for _ in 0..<500 {
      var change = random.numbers(count, in: -1...1)
      let scale = (1.5 / Vector.dot(change, change)).squareRoot()
      for i in change.indices { change[i] *= scale }
      let levels = game.solve(zip(statusQuo, change).map(+))
      #expect(weight * Vector.dot(levels, levels) <= found.welfare + 1e-12)
    }
  }

  @Test func nothingAndEverything() throws {
    let network = InterventionCase.all[0].network
    let planner = try TargetedIntervention(
      network, interaction: 0.1, welfareWeight: -1)
    let statusQuo = Array(repeating: 2.0, count: network.rows)
    let nothing = planner.optimum(from: statusQuo, budget: 0)
    #expect(nothing.change.allSatisfy { $0 == 0 })
    let everything = planner.optimum(from: statusQuo, budget: 1e6)
    #expect(everything.levels.allSatisfy { abs($0) < 1e-12 })
    #expect(everything.shadowPrice == 0)
  }
}

/// The system of a linear-quadratic game, written out for tests.
private enum LinearQuadraticMatrix {
  static func system(_ network: Matrix, interaction: Double) -> Matrix {
    var result = Matrix.identity(order: network.rows)
    for k in result.elements.indices {
      result.elements[k] -= interaction * network.elements[k]
    }
    return result
  }
}
