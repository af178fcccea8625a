import Equilibria
import Games
import TestSupport
import Testing

@testable import Coopetition

@Suite struct AugmentedWelfareTests {
  private func problem() throws -> AugmentedWelfare {
    let game = try FormulaGame(
      yaml: """
        game: Two
        players:
        - {name: A, variables: {x: [0, 2]}, payoff: x*y - x^3}
        - {name: B, variables: {y: [0, 2]}, payoff: y^2 - y*x}
        constraints: [x*y + x <= 1, x^2 - y <= 0.5]
        """)
    let rows = game.program.rows
    let base = game.unconstrained
    return AugmentedWelfare(
      base, rows, ConstraintFunctions(base, rows), scales: [4, 3])
  }

  /// Whoever keeps the constraints has no less than welfare, whatever the shifts
  /// and the weight; who breaks them has less once these are large.
  @Test func itBoundsWelfare() throws {
    let problem = try problem()
    var random = TestSupport.SplitMix64(seed: 5)
    var kept = 0
    for _ in 0..<400 {
      let x = (0..<2).map { _ in Double.random(in: 0...2, using: &random) }
      let shifts = (0..<2).map { _ in Double.random(in: 0...1, using: &random) }
      let weight = Double.random(in: 0...100, using: &random)
      let value = problem.objective(shifts: shifts, weight: weight)
        .value(at: x)
      let (first, second): (Double, Double) = (x[0], x[1])
      let cube: Double = first * first * first
      let welfare: Double = second * second - cube
      let product: Double = first * second
      let c: [Double] = [
        (product + first - 1) / 4, (first * first - second - 0.5) / 3,
      ]
      var charge = 0.0
      for k in 0..<2 {
        let excess: Double = max(0, c[k] + shifts[k])
        charge += weight * (excess * excess - shifts[k] * shifts[k])
      }
      #expect(abs(value - (welfare - charge)) < 1e-10 * (1 + abs(value)))
      if c.allSatisfy({ $0 <= 0 }) {
        kept += 1
        #expect(value >= welfare - 1e-12)
        #expect(problem.isKept(at: x))
        #expect(problem.violation(at: x) == 0)
      } else {
        #expect(!problem.isKept(at: x))
        #expect(abs(problem.violation(at: x) - max(c[0], c[1])) < 1e-12)
      }
    }
    #expect((50...350).contains(kept))
  }
}
