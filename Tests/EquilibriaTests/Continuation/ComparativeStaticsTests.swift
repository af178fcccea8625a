import Equilibria
import Testing

@Suite struct ComparativeStaticsTests {
  @Test func theDerivativeAgreesWithDifferences() throws {
    let family = GameFamily(graph: SigmoidGraph())
    for equilibrium in family.game(at: 0.5).equilibria().equilibria {
      let step = 0x1p-14
      let (above, below) = (
        family.game(at: 0.5 + step), family.game(at: 0.5 - step)
      )
      let up = above.solve(from: equilibrium.levels).levels
      let down = below.solve(from: equilibrium.levels).levels
      let found = try #require(
        family.derivative(of: equilibrium.levels, at: 0.5))
      for v in 0..<2 {
        let difference = (up[v] - down[v]) / (2 * step)
        #expect(abs(found.levels[v] - difference) < 1e-5 * abs(difference))
      }
      let gain = (above.welfare(at: up) - below.welfare(at: down)) / (2 * step)
      #expect(abs(found.welfare - gain) < 1e-5 * abs(gain))
      #expect(abs(found.welfare - found.payoffs.reduce(0, +)) < 1e-15)
    }
  }

  @Test func aCornerHasNoDerivative() {
    let family = GameFamily(graph: LoneGraph())
    #expect(family.derivative(of: [0.25], at: 0.25)?.levels == [1])
    #expect(family.derivative(of: [1], at: 1.5)?.levels == [0])
    #expect(family.derivative(of: [1], at: 1.5)?.payoffs == [1])
    #expect(family.derivative(of: [1], at: 1) == nil)
    #expect(family.derivative(of: [0], at: 0) == nil)
  }
}
